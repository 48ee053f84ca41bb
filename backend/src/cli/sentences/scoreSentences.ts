import { isStockText } from '../../narrator/narration/stock.ts'
import type { Call, Expectation, Sentence } from './sentence.ts'
import type { SentencePlay } from './sentencePlayer.ts'

export interface JudgedSentence extends SentencePlay {
  readonly line: number
  readonly sentence: Sentence
  readonly isRight: boolean
  /** Something was done that no expectation has. */
  readonly isWrongAct: boolean
  /** The answer only says that nothing came of it. */
  readonly isStock: boolean
  readonly isAskBack: boolean
  /** The same answer was given to one of the ten sentences before. */
  readonly isRepeated: boolean
}

export interface SentenceScore {
  readonly total: number
  readonly right: number
  readonly wrongActs: number
  readonly stock: number
  readonly askBack: number
  readonly repeated: number
  /** Shares of the total, from 0 to 1. */
  readonly shares: Readonly<Record<'right' | 'wrongActs' | 'stock' | 'askBack' | 'repeated', number>>
}

/** @param texts the answers to the sentences before, oldest first */
export function judgeSentence(
  line: number,
  sentence: Sentence,
  play: SentencePlay,
  texts: readonly string[],
): JudgedSentence {
  const expectations = [sentence.expect, ...sentence.alternatives]
  const isAskBack = play.calls.length === 0 && /\?["”]?\s*$/.test(play.text)
  return {
    ...play,
    line,
    sentence,
    isRight: expectations.some((expectation) => isMet(expectation, play, isAskBack)),
    isWrongAct: play.calls.some(
      (call) => call.isApplied && !expectations.some(({ calls }) => calls.some((other) => isSameCall(call, other))),
    ),
    isStock: play.calls.length === 0 && isStockText(play.text),
    isAskBack,
    isRepeated: texts.slice(-REPEAT_WINDOW).includes(play.text),
  }
}

const REPEAT_WINDOW = 10

export function scoreSentences(judged: readonly JudgedSentence[]): SentenceScore {
  const total = judged.length
  const count = (key: 'isRight' | 'isWrongAct' | 'isStock' | 'isAskBack' | 'isRepeated'): number =>
    judged.filter((each) => each[key]).length
  const counts = {
    right: count('isRight'),
    wrongActs: count('isWrongAct'),
    stock: count('isStock'),
    askBack: count('isAskBack'),
    repeated: count('isRepeated'),
  }
  const share = (part: number): number => (total === 0 ? 0 : Math.round((1000 * part) / total) / 1000)
  return {
    total,
    ...counts,
    shares: {
      right: share(counts.right),
      wrongActs: share(counts.wrongActs),
      stock: share(counts.stock),
      askBack: share(counts.askBack),
      repeated: share(counts.repeated),
    },
  }
}

function isMet({ kind, calls, mustMention }: Expectation, play: SentencePlay, isAskBack: boolean): boolean {
  const text = play.text.toLowerCase()
  if (!mustMention.every((words) => text.includes(words.toLowerCase()))) return false
  if (kind === 'act')
    return calls.length === play.calls.length && calls.every((call, index) => isSameCall(call, play.calls[index]))
  if (play.calls.length > 0) return false
  return kind === 'nothing' || (kind === 'ask-back') === isAskBack
}

/** A parameter that is null was left out. */
function isSameCall(left: Call, right: Call | undefined): boolean {
  if (right === undefined || left.function !== right.function) return false
  const names = new Set([...Object.keys(left.args), ...Object.keys(right.args)])
  return [...names].every((name) => (left.args[name] ?? null) === (right.args[name] ?? null))
}
