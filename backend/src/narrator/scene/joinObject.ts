import { isVerb } from '../words/verbs.ts'

/** Gives a lone verb the object of the first alternative: "puts the book in its place, shelves it". */
export function joinObject(alternatives: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const object = (alternatives[0] ?? []).filter((word) => !isVerb(word))
  return alternatives.map((words) => (words.length === 1 ? [...words, ...object] : words))
}
