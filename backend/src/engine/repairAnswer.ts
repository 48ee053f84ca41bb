import { isMarked } from '../messages/driftFinding.ts'
import type { AnswerInProgress, Message } from '../messages/message.ts'
import type { Answer } from './answer/answer.ts'
import { listCorrections } from './drift/listCorrections.ts'
import { runTurn } from './runTurn.ts'
import type { TurnContext } from './turnRun.ts'
import type { TurnRequest } from './turn.ts'

/** Whether a turn shows its answer only when it is whole, because another one may take its place. */
export const mayRepair = ({ context, narrator, corrections = [] }: TurnRequest): boolean =>
  context?.settings.driftCheck === 'repair' && corrections.length === 0 && !narrator.prompt.readsStoryView

export interface Repair {
  readonly turn: TurnRequest
  /** The answer that has ended. */
  readonly first: AnswerInProgress & Pick<Message, 'status'>
  readonly newAnswer: () => Answer
  readonly context: TurnContext
}

/**
 * Has an answer with marks written once more, with the facts. Null if it has none, or if the other answer does not
 * come to its end: a whole answer is better than half of another.
 */
export async function repairAnswer({ turn, first, newAnswer, context }: Repair): Promise<RepairedAnswer | null> {
  const isGood = (first.driftFindings ?? []).every((finding) => !isMarked(finding))
  if (first.status !== 'done' || isGood || context.signal.aborted) return null
  const answer = newAnswer()
  const begun = answer.snapshot()
  await runTurn({ ...turn, corrections: listCorrections(first) }, answer, { ...context, purpose: 'drift-retry' })
  const ended = answer.endedSnapshot()
  return ended.status === 'done' ? { begun, ended } : null
}

export interface RepairedAnswer {
  readonly begun: AnswerInProgress
  readonly ended: AnswerInProgress
}
