import type { Sentence } from '../sentences/prose.ts'
import { meaningOf, type FunctionMeaning } from '../world/functionClaims.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls } from '../world/turnEvents.ts'

/** The sentence with the last cue that something was done, unless a later one says that it was not. */
export function lastCue({ prose }: Scene, done: RegExp, stopped: RegExp): Sentence | null {
  const isTold = ({ isQuestion, isImagined }: Sentence): boolean => !isQuestion && !isImagined
  const clauses = prose.sentences.filter(isTold).flatMap((sentence) =>
    wordsIn(sentence)
      .split(/ (?=but |and |then |yet |until )/)
      .map((words) => ({ sentence, words })),
  )
  const isStop = ({ words }: (typeof clauses)[number]): boolean => stopped.test(words)
  const last = clauses.findLastIndex((clause) => done.test(clause.words) && !isStop(clause))
  return last > clauses.findLastIndex(isStop) ? (clauses[last]?.sentence ?? null) : null
}

/** What is said to be done while it is only tried. */
export const ATTEMPTS: ReadonlySet<string> = new Set(
  'search look ask talk listen try examine speak call order offer use read bribe want work test study watch knock inspect play say go'.split(
    ' ',
  ),
)

/** The functions whose check had this outcome, the last time that they were called. */
export function rolledCalls({ after, input }: Scene, success: boolean): readonly FunctionMeaning[] {
  return lastCalls(input.receipts).flatMap(({ function: name, roll, result }) => {
    const meaning =
      result === 'applied' && roll?.success === success && name !== undefined ? meaningOf(after, name) : null
    return meaning === null ? [] : [meaning]
  })
}

export const wordsIn = ({ tokens }: Sentence): string =>
  tokens
    .filter(({ isWord }) => isWord)
    .map(({ text }) => text)
    .join(' ')

export const SUCCEEDS =
  /\b(?:(?:is|stands|comes|springs|swings|flies) open|lets go|does the trick|have done it|did it|you are past|nothing to it|smooth as|no longer guards|wear (?:him|her|them) down|had enough|crumbles|takes (?:his|her) \w+ (?:off|from)|open to you|yours to|opens (?:up|for you|before you)|nothing stops you|you make it|you (?:have )?(?:succeed|succeeded|managed|manage to|manage it|did it|made it)|it works|it worked|(?:lock|door|lid|gate|hatch|catch|bolt|chest|box|window|latch) (?:clicks open|springs open|swings open|gives way|gives|yields|opens)|success|with a click it opens|it gives way|it opens)\b/
