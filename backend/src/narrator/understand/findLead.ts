import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { isVerb } from '../words/verbs.ts'
import type { PlayerInput } from './playerInput.ts'

/** "Follow the crumbs" at a place with "a trail of crumbs leads to the forward door": the exit in that sentence. */
export function findLead({ stems, verbKinds }: PlayerInput, { place, options }: Scene): Option | null {
  if (verbKinds[0] !== 'travel' || place === null) return null
  const nouns = stems.filter((word) => !isVerb(word))
  const clauses = place.description.split(/[.,;:]/).map(contentWords)
  const clause = clauses.find((words) => words.some((word) => nouns.includes(word))) ?? []
  const exits = options.filter(
    ({ kind, phrases }) => kind === 'exit' && phrases.flat().some((word) => clause.includes(word)),
  )
  return exits.length === 1 ? (exits[0] ?? null) : null
}
