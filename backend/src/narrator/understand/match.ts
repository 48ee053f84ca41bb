import { isDirection } from '../words/directions.ts'
import { areSynonyms } from '../words/synonyms.ts'
import { isVerb } from '../words/verbs.ts'

/** How well words name something: `named`, the share of its name that was said; `meant`, the share of what was said that fits. */
export interface Match {
  readonly named: number
  readonly meant: number
}

/** The best match of the said stems with one of several names. */
export function matchNames(said: readonly string[], names: readonly (readonly string[])[]): Match {
  const named = Math.max(0, ...names.map((name) => shareOf(name, said)))
  if (named < 1 && isRunTogether(said, names)) return { named: 1, meant: 1 }
  return { named, meant: shareOf(said, names.flat()) }
}

/** One number for both, 1 at best. Either all of a name or only fitting words will do: people say too little or too much. */
export function rank({ named, meant }: Match): number {
  return 0.5 * Math.max(named, meant) + 0.3 * named + 0.2 * meant
}

/** The weighted share of `words` that stands, in the same or a similar word, among `others`. */
function shareOf(words: readonly string[], others: readonly string[]): number {
  const whole = words.reduce((sum, word) => sum + weight(word), 0)
  if (whole === 0) return 0
  const part = words.reduce((sum, word) => sum + weight(word) * bestLikeness(word, others), 0)
  return part / whole
}

function bestLikeness(word: string, others: readonly string[]): number {
  if (others.includes(word)) return 1
  return others.some((other) => areSynonyms(word, other)) ? 0.8 : 0
}

/** Verbs tell less than what they are said of, and directions less still. */
function weight(word: string): number {
  if (isDirection(word)) return 0.3
  return isVerb(word) ? 0.5 : 1
}

/** "lamproom" for "lamp room", "boat house" for "boathouse". */
function isRunTogether(said: readonly string[], names: readonly (readonly string[])[]): boolean {
  const joined = said.join('')
  return names.some((name) => name.join('').length > 5 && joined.includes(name.join('')))
}
