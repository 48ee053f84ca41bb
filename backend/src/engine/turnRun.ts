import type { ReportFailure, StoryState } from '@llm-gamebook/story'

import type { RequestLog, RequestPurpose } from '../models/transport/requestLog.ts'
import type { Answer } from './answer/answer.ts'
import type { CompletedPlayerCall } from './calls/runPlayerCall.ts'
import type { MemoryPlan } from './memory/planMemory.ts'
import type { PromptGauge } from './memory/promptGauge.ts'
import type { TurnPrompt } from './request/turnPrompt.ts'
import type { RefusedParameters } from './step/callModel.ts'
import type { TurnRequest } from './turn.ts'

export interface TurnContext {
  readonly signal: AbortSignal
  /** Called for errors that the player can't fix. */
  readonly onFault: (fault: unknown) => void
  /** After this many requests of one turn, the narrator is offered no tools and has to write text. */
  readonly maxToolSteps?: number
  /** What is remembered in this turn; absent for a narrator that reads no prompt. */
  readonly plan?: MemoryPlan | undefined
  /** Whether a failed request is sent again after a pause; by default it is. */
  readonly waitsToRetry?: boolean
  readonly requests?: RequestLog
  /** What its requests are for, if not for a turn of a session. */
  readonly purpose?: RequestPurpose
  /** The text of the model is taken as it is: nothing is read out of it, compared with the state, or withdrawn. */
  readonly asWritten?: boolean
}

/** A turn on its way from its first request to its end. */
export interface TurnRun extends TurnContext {
  readonly turn: TurnRequest
  readonly answer: Answer
  readonly report: ReportFailure
  readonly refused: RefusedParameters
  /** The state before the turn. */
  readonly before: StoryState
  /** Whether an answer of this turn was cut before something secret. */
  hasGivenAway: boolean
  /** The number of steps so far. */
  step: number
  /** What the player did with the message; null if nothing, and before it is done. */
  playerCall: CompletedPlayerCall | null
  /** Null until the first request. */
  prompt: TurnPrompt | null
  /** Null for a narrator that reads no prompt. */
  readonly gauge: PromptGauge | null
}

/** Whether its answer becomes part of a story. */
export const isPlayed = ({ purpose = 'turn' }: Pick<TurnRun, 'purpose'>): boolean =>
  purpose === 'turn' || purpose === 'drift-retry'

/** Whether what the model writes is compared with what the engine knows. */
export function isChecked(run: TurnRun): boolean {
  const { context, narrator } = run.turn
  const isMeasured = run.purpose === 'benchmark' && run.asWritten !== true
  return (isPlayed(run) || isMeasured) && context?.settings.driftCheck !== 'off' && !narrator.prompt.readsStoryView
}
