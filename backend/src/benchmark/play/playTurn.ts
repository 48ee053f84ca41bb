import type { Gamebook, StoryState } from '@llm-gamebook/story'

import type { Clock } from '../../clock.ts'
import { Answer } from '../../engine/answer/answer.ts'
import { toAnswerMessage, toPlayerMessage } from '../../engine/answer/newMessages.ts'
import { planMemory } from '../../engine/memory/planMemory.ts'
import { runTurn } from '../../engine/runTurn.ts'
import { findStartState } from '../../engine/startState.ts'
import type { TurnRequest } from '../../engine/turn.ts'
import type { Message } from '../../messages/message.ts'
import type { PathMessage } from '../../messages/pathMessage.ts'
import type { Narrator } from '../../models/narrator.ts'
import type { RequestLog } from '../../models/transport/requestLog.ts'
import { EMPTY_CONTEXT } from '../../sessions/sessionContext.ts'
import { DEFAULT_SETTINGS } from '../../sessions/sessionSettings.ts'
import { type AnswerTimes, Stopwatch } from './stopwatch.ts'

export interface TurnToPlay {
  readonly gamebook: Gamebook
  readonly version: string
  readonly narrator: Narrator
  readonly path: readonly PathMessage[]
  /** Null for the opening. */
  readonly text: string | null
  readonly language?: string | undefined
  readonly length?: number | undefined
  readonly seed: number
  /** The answer is taken as the model wrote it. */
  readonly asWritten: boolean
}

export interface TurnTools {
  readonly clock: Clock
  readonly requests: RequestLog
  /** Its reason is a `StoppedByPlayer`. */
  readonly signal: AbortSignal
}

export interface PlayedTurn {
  readonly request: TurnRequest
  /** The state before the turn. */
  readonly before: StoryState
  /** Null for the opening. */
  readonly message: Message | null
  readonly answer: Message & { readonly stateAfter: StoryState }
  readonly times: AnswerTimes
}

/** Plays one turn as a session does, except that nothing is stored. Throws what the engine itself did wrong. */
export async function playTurn(turn: TurnToPlay, { clock, requests, signal }: TurnTools): Promise<PlayedTurn> {
  const { gamebook, version, narrator, path, text, language, length } = turn
  const settings = { ...DEFAULT_SETTINGS, language: language ?? null, length: length ?? null }
  const context = { ...EMPTY_CONTEXT, settings }
  const request = { sessionId: NOWHERE, gamebook, gamebookVersion: version, path, text, narrator, context }
  const { state } = findStartState(request, turn.seed)
  const message = text === null ? null : toPlayerMessage(request, text, state, clock)
  const plan = planMemory({ turn: request, newMessageId: message?.id ?? null, state })
  const stopwatch = new Stopwatch()
  const answer = new Answer(toAnswerMessage(request, message, state, clock), { ...clock, emit: stopwatch.hear })
  const faults: unknown[] = []
  await runTurn({ ...request, recalled: plan.recalled }, answer, {
    signal,
    onFault: (fault) => void faults.push(fault),
    plan: narrator.prompt.readsStoryView ? undefined : plan,
    requests,
    purpose: 'benchmark',
    asWritten: turn.asWritten,
  })
  if (faults.length > 0) throw faults[0]
  return { request, before: state, message, answer: answer.endedSnapshot(), times: stopwatch.times }
}

/** The session of messages that are never stored. */
const NOWHERE = 'benchmark'
