import { isVerb } from '../words/verbs.ts'

/** "Puts the book in its place, shelves it": a verb alone is said of what the first of them is said of. */
export function joinObject(alternatives: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const object = (alternatives[0] ?? []).filter((word) => !isVerb(word))
  return alternatives.map((words) => (words.length === 1 ? [...words, ...object] : words))
}
