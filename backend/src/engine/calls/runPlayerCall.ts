import { callFunction, type CallResult, worldOf } from '@llm-gamebook/story'

import type { PlayerCall } from '../../messages/playerCall.ts'
import { withLines } from '../answer/withLine.ts'
import type { TurnRun } from '../turnRun.ts'

/** A call that the player made in this turn, with its result. */
export interface CompletedPlayerCall {
  readonly call: PlayerCall
  readonly result: CallResult
}

/** Carries out what the player chose with the message, or has it refused. Null for a message that was only written. */
export function runPlayerCall({ turn, answer, report }: TurnRun): CompletedPlayerCall | null {
  const { call, gamebook } = turn
  if (call == null) return null
  const world = worldOf(gamebook, answer.state)
  const { state, receipts, result } = callFunction(world, { ...call, by: 'player' }, report)
  const part = answer.addToolCall({ toolName: call.function, input: call.args, by: 'player' })
  answer.completeToolCall(part, { ...result }, withLines({ ...world, state }, receipts), state)
  return { call, result }
}
