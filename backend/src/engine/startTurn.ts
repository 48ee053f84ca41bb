import { restoreReceipt, worldOf } from '@llm-gamebook/story'

import type { Clock } from '../clock.ts'
import type { Message } from '../messages/message.ts'
import { textOf } from '../messages/part.ts'
import type { RequestLog } from '../models/transport/requestLog.ts'
import { Answer } from './answer/answer.ts'
import type { ProgressSaver } from './answer/progressSaver.ts'
import { toAnswerMessage, toPlayerMessage, type MessageTools } from './answer/newMessages.ts'
import type { UnsavedAnswers } from './answer/unsavedAnswers.ts'
import { toUnsavedMessage } from './answer/unsavedMessage.ts'
import { holdEvents } from './holdEvents.ts'
import { planMemory } from './memory/planMemory.ts'
import { runTurn } from './runTurn.ts'
import { findStartState } from './startState.ts'
import { StoppedByPlayer } from './stoppedByPlayer.ts'
import type { StartedTurn, TurnRequest } from './turn.ts'
import type { TurnEvent } from './turnEvent.ts'
import type { TurnStore } from './turnStore.ts'
import { withLine } from './answer/withLine.ts'

export interface TurnTools extends MessageTools {
  readonly store: TurnStore
  readonly saver: ProgressSaver
  readonly unsaved: UnsavedAnswers
  readonly wait: Clock['wait']
  readonly emit: (event: TurnEvent) => void
  readonly onFault: (fault: unknown) => void
  readonly requests?: RequestLog
  /** Called when the turn has ended and is stored, or will be stored later, or could not begin. */
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
 * published and stored, so neither costs the player any time; output waits in memory until they are stored.
 */
export function startTurn(request: TurnRequest, given: TurnTools): RunningTurn {
  const events = holdEvents(given.emit)
  const tools = { ...given, emit: events.emit }
  const { state, findings } = findStartState(request, tools.newSeed())
  const written = request.text === null ? null : toPlayerMessage(request, request.text, state, tools)
  const turn = { ...request, text: messageTextOf(request) }
  const plan = planMemory({ turn, newMessageId: written?.id ?? null, state })
  const memory = plan.isNew ? plan.memory : null
  const message = written && { ...written, memory }
  const begunAnswer = toAnswerMessage(request, message, state, tools)
  const answer = new Answer(message === null ? { ...begunAnswer, memory } : begunAnswer, tools)
  const abort = new AbortController()

  if (message !== null) tools.emit({ type: 'message-start', message })
  answer.begin()
  if (findings.length > 0) {
    const receipt = restoreReceipt(findings)
    answer.addReceipt(withLine(worldOf(request.gamebook, state), receipt))
  }
  const ran = runTurn({ ...turn, recalled: plan.recalled }, answer, {
    signal: abort.signal,
    onFault: tools.onFault,
    ...(tools.requests !== undefined && { requests: tools.requests }),
    plan: request.narrator.prompt.readsStoryView ? undefined : plan,
  })
  const begun = answer.snapshot()
  const messages = message === null ? [begun] : [message, begun]
  const stored = whenSent().then(() => {
    events.release()
    return storeTwice(() => tools.store.begin(request.sessionId, messages), tools)
  })
  stored.then(
    () => tools.saver.watch(answer, begun),
    () => abort.abort(new StoppedByPlayer()),
  )
  const ended = finish(answer, ran, stored, tools)
  return {
    started: { message, answerId: answer.id, stored, ended },
    answer: () => answer.snapshot(),
    stop: () => abort.abort(new StoppedByPlayer()),
  }
}

/** Settles one macrotask later, when the request to the provider has been sent. */
const whenSent = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The end is stored before it is published, so whoever sees it can send the next message at once. */
async function finish(answer: Answer, ran: Promise<void>, stored: Promise<void>, tools: TurnTools): Promise<void> {
  const { saver, store, unsaved, onFault, onEnd, emit } = tools
  await ran
  try {
    await stored
  } catch (fault) {
    onFault(fault)
    // If only the confirmation was lost, the stored answer must get its end.
    unsaved.add(answer.endedSnapshot())
    onEnd()
    emit({ type: 'turn-dropped' })
    return
  }
  await saver.release(answer)
  const message = answer.endedSnapshot()
  try {
    await storeTwice(() => store.finish(message), tools)
    onEnd()
    emit({ type: 'message-end', message })
  } catch (fault) {
    onFault(fault)
    unsaved.add(message)
    onEnd()
    emit({ type: 'message-unsaved', message: toUnsavedMessage(message) })
  }
}

/** Hides a short fault, such as a replaced connection. Both stores may be repeated. */
async function storeTwice(store: () => Promise<void>, { wait }: TurnTools): Promise<void> {
  try {
    await store()
  } catch {
    await wait(STORE_AGAIN_AFTER_MS)
    await store()
  }
}

const STORE_AGAIN_AFTER_MS = 250

/** The text of the player's message; on a retry, the message is the last of the path. */
function messageTextOf({ text, path }: TurnRequest): string | null {
  const last = path.at(-1)
  if (text !== null || last?.role !== 'player') return text
  return textOf(last)
}
