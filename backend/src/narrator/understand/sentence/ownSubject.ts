import { canBeVerb, DETERMINERS, NEGATIONS, OPENERS } from './wordClasses.ts'

export interface OwnSubject {
  /** How many words come before the verb. */
  readonly length: number
  readonly isNegated: boolean
  /** "I could", "I should": not a wish yet. */
  readonly isPossibility: boolean
}

/** The player as the subject of a sentence: "I carefully want to", "let us", "we are going to"; null without one. */
export function findOwnSubject(words: readonly string[]): OwnSubject | null {
  const subject = OWN_SUBJECTS.find((each) => each.every((word, index) => words[index] === word))
  if (subject === undefined) return null
  let at = subject.length
  let isNegated = false
  let isPossibility = false
  while (at < words.length) {
    const length = auxiliaryAt(words, at)
    if (length === 0) break
    const word = words[at] ?? ''
    isNegated ||= NEGATIONS.has(word)
    isPossibility ||= POSSIBLE.has(word) && !EAGER.has(withoutDegree(words, at + 1))
    at += length
  }
  return { length: at, isNegated, isPossibility }
}

/** The number of words from here that come before a main verb: 2 for "want to", 0 at the verb. */
function auxiliaryAt(words: readonly string[], at: number): number {
  const [word = '', next = '', after = ''] = words.slice(at)
  if ((word === 'would' || word === 'should') && EAGER.has(withoutDegree(words, at + 1))) return 1
  if (WISHING.has(word) && next === 'to' && canBeVerb(after) && !DETERMINERS.has(after)) return 2
  if (word === 'am' || word === 'are') return next === 'not' || isProgressive(next) ? 1 : 0
  if (word === 'do' || word === 'did') return next === 'not' || canBeVerb(next) ? 1 : 0
  const isSkipped =
    SKIPPED.has(word) ||
    DEGREES.has(word) ||
    POSSIBLE.has(word) ||
    OPENERS.has(word) ||
    word === 'not' ||
    word === 'never' ||
    (word.endsWith('ly') && !canBeVerb(word))
  return isSkipped ? 1 : 0
}

/** The word from here on that is not "very" or "much". */
function withoutDegree(words: readonly string[], from: number): string {
  return words.slice(from).find((word) => !DEGREES.has(word)) ?? ''
}

function isProgressive(word: string): boolean {
  return word === 'gonna' || (word.endsWith('ing') && canBeVerb(word))
}

const OWN_SUBJECTS = [
  ['let', 'us'],
  ['let', 'me'],
  ['lets'],
  ['my', 'character'],
  ['the', 'player'],
  ['i'],
  ['we'],
  ['you'],
  ['gonna'],
  ['wanna'],
  ['would', 'like'],
  ['would', 'love'],
]
const EAGER = new Set(['like', 'love', 'rather', 'prefer', 'be'])
const WISHING = new Set(
  (
    'want wants need have got try decide start begin attempt going plan intend choose manage prepare proceed about ' +
    'tried decided started began wanted needed like love wish glad happy prefer'
  ).split(' '),
)
const SKIPPED = new Set(['will', 'shall', 'must', 'to', 'gonna', 'wanna', 'both', 'be'])
const DEGREES = new Set(['very', 'much', 'really', 'rather', 'so', 'dearly'])
const POSSIBLE = new Set(['can', 'could', 'may', 'might', 'should', 'would', 'ought'])
