import { setTimeout } from 'node:timers/promises'
import { restoreReceipt, startState, worldOf, type RestoredState } from '@llm-gamebook/story'

import type { Message } from '../messages/message.ts'
import { textOf } from '../messages/part.ts'
import { Answer } from './answer/answer.ts'
import type { ProgressSaver } from './answer/progressSaver.ts'
import { notSavedEnd } from './answer/answerEnd.ts'
import { toAnswerMessage, toPlayerMessage, type MessageTools } from './answer/newMessages.ts'
import { runTurn } from './runTurn.ts'
import { stateAt } from './stateAt.ts'
import { StoppedByPlayer } from './stoppedByPlayer.ts'
import type { StartedTurn, TurnRequest } from './turn.ts'
import type { TurnEvent } from './turnEvent.ts'
import type { TurnStore } from './turnStore.ts'
import { withLine } from './answer/withLine.ts'

export interface TurnTools extends MessageTools {
  readonly store: TurnStore
  readonly saver: ProgressSaver
  readonly emit: (event: TurnEvent) => void
  readonly onFault: (fault: unknown) => void
  /** Called when the turn has ended and is stored. */
  readonly onEnd: () => void
  /** The seed of a new story's dice: an unsigned 32-bit number. */
  readonly newSeed: () => number
}

export interface RunningTurn {
  readonly started: StartedTurn
  readonly answer: () => Message
  readonly stop: () => void
}

/**
 * Starts a turn. Its first receipt lists what no longer fits the gamebook. The request is sent before the messages are
 * stored, so saving costs the player no time; output waits in memory until they are stored.
 */
export function startTurn(request: TurnRequest, tools: TurnTools): RunningTurn {
  const { state, findings } = findState(request, tools.newSeed())
  const message = request.text === null ? null : toPlayerMessage(request, request.text, state, tools)
  const answer = new Answer(toAnswerMessage(request, message, state, tools), tools)
  const abort = new AbortController()

  if (message !== null) tools.emit({ type: 'message-start', message })
  answer.begin()
  if (findings.length > 0) {
    const receipt = restoreReceipt(findings)
    answer.addReceipt(withLine(worldOf(request.gamebook, state), receipt))
  }
  const ran = runTurn({ ...request, text: messageTextOf(request) }, answer, {
    signal: abort.signal,
    onFault: tools.onFault,
  })
  const stored = storeBehind(
    request.sessionId,
    message === null ? [answer.snapshot()] : [message, answer.snapshot()],
    tools,
  )
  stored.then(
    () => tools.saver.watch(answer),
    () => abort.abort(new StoppedByPlayer()),
  )
  const ended = finish(answer, ran, stored, tools)
  return {
    started: { message, answerId: answer.id, stored, ended },
    answer: () => answer.snapshot(),
    stop: () => abort.abort(new StoppedByPlayer()),
  }
}

/** The state that the turn starts with. */
function findState({ gamebook, gamebookVersion: version, path }: TurnRequest, seed: number): RestoredState {
  const last = path.at(-1)
  return last === undefined ? { state: startState(seed), findings: [] } : stateAt({ gamebook, version }, last, seed)
}

/** Stores the messages one macrotask later, when the request to the provider has been sent. */
async function storeBehind(sessionId: string, messages: readonly Message[], { store }: TurnTools): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  await store.begin(sessionId, messages)
}

async function finish(answer: Answer, ran: Promise<void>, stored: Promise<void>, tools: TurnTools): Promise<void> {
  try {
    await ran
    await stored
    await tools.saver.release(answer)
    await storeEnd(answer, tools)
  } catch (fault) {
    tools.onFault(fault)
    answer.end(notSavedEnd(answer))
  } finally {
    tools.onEnd()
    tools.emit({ type: 'message-end', message: answer.snapshot() })
  }
}

/** Tries again, so a disk that is busy or full for a moment loses no answer. */
async function storeEnd(answer: Answer, { store, onFault }: TurnTools): Promise<void> {
  for (const wait of STORE_AGAIN_AFTER_MS) {
    try {
      return await store.finish(answer.snapshot())
    } catch (fault) {
      onFault(fault)
      await setTimeout(wait)
    }
  }
  await store.finish(answer.snapshot())
}

const STORE_AGAIN_AFTER_MS = [100, 1000]

/** The text of the player's message; on a retry, the message is the last of the path. */
function messageTextOf({ text, path }: TurnRequest): string | null {
  const last = path.at(-1)
  if (text !== null || last?.role !== 'player') return text
  return textOf(last)
}
