import { isDirection } from '../words/directions.ts'
import { areSynonyms } from '../words/synonyms.ts'
import { isVerb } from '../words/verbs.ts'

/** How well stems name something: `named` is the share of its name that they cover, `meant` the share of them that fits. */
export interface Match {
  readonly named: number
  readonly meant: number
}

/** The best match of the stems with one of several names. */
export function matchNames(stems: readonly string[], names: readonly (readonly string[])[]): Match {
  const named = Math.max(0, ...names.map((name) => shareOf(name, stems)))
  if (named < 1 && isRunTogether(stems, names)) return { named: 1, meant: 1 }
  return { named, meant: shareOf(stems, names.flat()) }
}

/** Both shares in one number, at most 1. The larger share counts most, because players write too little or too much. */
export function rank({ named, meant }: Match): number {
  return 0.5 * Math.max(named, meant) + 0.3 * named + 0.2 * meant
}

/** The weighted share of `words` that has the same word or a synonym in `others`. */
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

/** Verbs identify an option less than nouns do, and directions even less. */
function weight(word: string): number {
  if (isDirection(word)) return 0.3
  return isVerb(word) ? 0.5 : 1
}

/** "lamproom" for "lamp room", "boat house" for "boathouse". */
function isRunTogether(stems: readonly string[], names: readonly (readonly string[])[]): boolean {
  const joined = stems.join('')
  return names.some((name) => name.join('').length > 5 && joined.includes(name.join('')))
}
