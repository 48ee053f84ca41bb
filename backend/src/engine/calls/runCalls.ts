import { callTool, worldOf, type Json, type ReportFailure, type SentRequest } from '@llm-gamebook/story'

import type { Answer } from '../answer/answer.ts'
import type { RequestedCall } from '../answer/answerParts.ts'
import { withLines } from '../answer/withLine.ts'
import type { TurnRequest } from '../turn.ts'
import type { CompletedPlayerCall } from './runPlayerCall.ts'

export interface CallRun {
  readonly turn: Pick<TurnRequest, 'gamebook'>
  readonly answer: Answer
  readonly report: ReportFailure
  /** What the player did in this turn. */
  readonly playerCall?: CompletedPlayerCall | null
}

/**
 * Runs the calls of one step, one after another. A call that repeats one of the same step is ignored: models repeat
 * themselves, but no one does the same thing twice at once. One that repeats what the player did in this turn gets that
 * result again.
 */
export function runCalls(
  { turn, answer, report, playerCall = null }: CallRun,
  calls: readonly RequestedCall[],
  sent: SentRequest,
): void {
  const seen = new Set<string>()
  for (const call of calls) {
    const world = worldOf(turn.gamebook, answer.state)
    const written = { function: call.toolName, args: call.input }
    const outcome = seen.has(keyOf(written)) ? null : callTool(world, written, sent, report)
    const keys = outcome?.call == null ? [keyOf(written)] : [keyOf(written), keyOf(outcome.call)]
    if (outcome === null || (outcome.call !== null && seen.has(keyOf(outcome.call)))) {
      answer.note(REPEATED)
      continue
    }
    for (const key of keys) seen.add(key)
    if (playerCall !== null && keys.includes(keyOf(playerCall.call))) {
      answer.completeToolCall(answer.addToolCall(call), repeatedResult(playerCall), [], answer.state)
      continue
    }
    const { state, receipts, result } = outcome
    answer.completeToolCall(answer.addToolCall(call), { ...result }, withLines({ ...world, state }, receipts), state)
  }
}

/** What was refused stays refused. What was done is not done twice. */
const repeatedResult = ({ result }: CompletedPlayerCall): Record<string, Json> =>
  result.result === 'applied' ? { result: 'applied', changed: [ALREADY_DONE] } : { ...result }

const ALREADY_DONE = 'Nothing more: the player has done this already in this turn. Narrate it.'

const REPEATED = 'The model made the same call twice at once. It was carried out once.'

/** Adds the calls of a step in which nothing can be called: an opening, or the last step of a turn. */
export function rejectCalls(answer: Answer, calls: readonly RequestedCall[]): void {
  for (const call of calls) answer.completeToolCall(answer.addToolCall(call), NOT_NOW, [], answer.state)
}

const NOT_NOW = {
  result: 'error',
  code: 'no-calls-now',
  message: 'Nothing can be called now. Write the text of the story.',
  valid: [],
}

interface Call {
  readonly function: string
  readonly args: Json
}

/** The same for the same arguments in another order. */
function keyOf({ function: name, args }: Call): string {
  return JSON.stringify([name, isObject(args) ? Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)) : args])
}

function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
