import type { Spotted } from '../driftFinding.ts'
import { readNumber } from '../sentences/numbers.ts'
import type { Sentence } from '../sentences/prose.ts'
import type { Scene } from '../world/scene.ts'
import { isNamedAt, type Counter } from './counters.ts'
import { spanOf } from './detector.ts'

/** What is said to be left, without the name of what it counts: `You have fifty left`, `your last coin`. */
export function findRemainders(scene: Scene, sentence: Sentence, counters: readonly Counter[]): readonly Spotted[] {
  const words = sentence.tokens.map(({ text }) => text)
  return [...amountsLeft(scene, sentence, words, counters), ...lastOnes(sentence, words, counters)]
}

function amountsLeft(
  scene: Scene,
  sentence: Sentence,
  words: readonly string[],
  counters: readonly Counter[],
): readonly Spotted[] {
  return words.flatMap((_, at) => {
    const number = words[at] === 'none' ? { value: 0, length: 1 } : readNumber(words.slice(at))
    if (number === null || readNumber(words.slice(at - 1, at)) !== null) return []
    const before = words.slice(0, at).join(' ')
    const after = words.slice(at + number.length).join(' ')
    if (!isLeft(before, after) || UNREAL.test(clauseOf(before))) return []
    const topics = topicsOf(scene, sentence, counters)
    if (topics.length === 0 || topics.some(({ now }) => now === number.value)) return []
    return [spanOf(sentence.tokens.slice(Math.max(0, at - 3), at + number.length + 1), factOf(topics))]
  })
}

function isLeft(before: string, after: string): boolean {
  if (LEFT.test(after)) return !OTHERS.test(before)
  if (HAVING.test(before) && NOW.test(after)) return true
  return (DOWN_TO.test(before) || MAKING.test(before) || NOW_HAVING.test(before)) && END.test(after)
}

const LEFT = /^(?:are |is )?(?:left|remain|remains|remaining|all told)\b(?! (?:to|on|in|at|behind|of)\b)/
const HAVING = /\byou (?:now |still )?(?:have|hold|own)(?: a| only| just| exactly| round){0,2}$/
const NOW = /^(?:of them )?(?:now|in all|altogether)\b/
const DOWN_TO = /\b(?:you|and) are (?:now )?(?:down|up|back) to$/
const MAKING =
  /(?:^|[,;:.—] |\band )(?:that|which|this|it) (?:makes|brings you to|comes to)(?: exactly| a total of| only)?$/
const NOW_HAVING = /\bnow you (?:have|hold|own)(?: but| only| just| exactly)?$/
const END = /^(?:[.,;!—]|now|$)/
const UNREAL = /\b(?:if|would|could|might|may|will|until|when|he|she|they)\b/
/** What others have, or what is left of something else. */
const OTHERS = /\b(?:he|she|it|they) (?:has|have)\b/

/** The counters that are spoken of: named in this sentence or the one before it. */
function topicsOf({ prose }: Scene, { index }: Sentence, counters: readonly Counter[]): readonly Counter[] {
  const near = prose.sentences.slice(Math.max(0, index - 1), index + 1).map(({ all }) => all)
  return counters.filter((counter) =>
    near.some((tokens) => {
      const words = tokens.map(({ text }) => text)
      return words.some((_, at) => isNamedAt(words, at, counter))
    }),
  )
}

/** `that was your last coin` */
function lastOnes(sentence: Sentence, words: readonly string[], counters: readonly Counter[]): readonly Spotted[] {
  return counters.flatMap((counter) =>
    words.flatMap((_, at) => {
      const isOne = words[at - 1] === 'last' && !(words[at] ?? '').endsWith('s') && isNamedAt(words, at, counter)
      const before = isOne ? words.slice(0, at).join(' ') : ''
      if (!before.endsWith('your last') || UNREAL.test(clauseOf(before))) return []
      const most = SPENT.test(before) ? 0 : 1
      return counter.now <= most ? [] : [spanOf(sentence.tokens.slice(Math.max(0, at - 3), at + 1), factOf([counter]))]
    }),
  )
}

const SPENT =
  /\b(?:that was|you (?:spend|pay|use|give|lose|drop|call in|hand over)|there goes|was) (?:him |her |away |up )?your last$/

const clauseOf = (words: string): string => words.split(/[,;:—] /).at(-1) ?? ''

function factOf(counters: readonly Counter[]): string {
  return counters.map(({ label, now }) => `The current value of “${label}” is ${now}.`).join(' ')
}
