import { restoreReceipt, worldOf } from '@llm-gamebook/story'

import type { Clock } from '../clock.ts'
import type { AnswerInProgress, Message } from '../messages/message.ts'
import { textOf } from '../messages/part.ts'
import type { PlayerCall } from '../messages/playerCall.ts'
import type { RequestLog } from '../models/transport/requestLog.ts'
import { Answer } from './answer/answer.ts'
import type { ProgressSaver } from './answer/progressSaver.ts'
import { toAnswerMessage, toPlayerMessage, type MessageTools } from './answer/newMessages.ts'
import type { UnsavedAnswers } from './answer/unsavedAnswers.ts'
import { toUnsavedMessage } from './answer/unsavedMessage.ts'
import { holdEvents, type HeldEvents } from './holdEvents.ts'
import { planMemory } from './memory/planMemory.ts'
import { mayRepair, repairAnswer } from './repairAnswer.ts'
import { runTurn } from './runTurn.ts'
import { findStartState } from './startState.ts'
import { StoppedByPlayer } from './stoppedByPlayer.ts'
import type { StartedTurn, TurnRequest } from './turn.ts'
import type { TurnEvent } from './turnEvent.ts'
import type { TurnContext } from './turnRun.ts'
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
export function startTurn(request: TurnRequest, tools: TurnTools): RunningTurn {
  const { state, findings } = findStartState(request, tools.newSeed())
  const message = request.text === null ? null : toPlayerMessage(request, request.text, state, tools)
  const turn = { ...request, text: messageTextOf(request), call: callOf(request) }
  const plan = planMemory({ turn, newMessageId: message?.id ?? null, state })
  const memory = plan.isNew ? plan.memory : null
  const newAnswer = (emit: TurnTools['emit']): Answer => {
    const empty = toAnswerMessage(request, message, state, tools)
    const answer = new Answer(message === null ? { ...empty, memory } : empty, { ...tools, emit })
    answer.begin()
    if (findings.length > 0) {
      const receipt = restoreReceipt(findings)
      answer.addReceipt(withLine(worldOf(request.gamebook, state), receipt))
    }
    return answer
  }
  const abort = new AbortController()
  const context: TurnContext = {
    signal: abort.signal,
    onFault: tools.onFault,
    ...(tools.requests !== undefined && { requests: tools.requests }),
    plan: request.narrator.prompt.readsStoryView ? undefined : plan,
  }
  const recalled = { ...turn, recalled: plan.recalled }
  const messages = message === null ? [] : [{ ...message, memory }]
  const events = holdEvents(tools.emit)
  for (const one of messages) events.emit({ type: 'message-start', message: one })
  const answerEvents = holdEvents(events.emit)
  const answer = newAnswer(answerEvents.emit)
  answerEvents.release()
  const isHeld = mayRepair(request)
  if (isHeld) answerEvents.hold()

  const ran = runTurn(recalled, answer, context)
  const begun = answer.snapshot()
  const begin = (...begunMessages: readonly Message[]): Promise<void> =>
    storeTwice(() => tools.store.begin(request.sessionId, begunMessages), tools)
  const stored = whenSent().then(() => {
    events.release()
    return begin(...messages, begun)
  })
  stored.then(
    () => tools.saver.watch(answer, begun),
    () => abort.abort(new StoppedByPlayer()),
  )
  const repair = async (first: AnswerInProgress): Promise<EndedAnswer | null> => {
    const repairEvents = holdEvents(tools.emit)
    const repaired = await repairAnswer({
      turn: recalled,
      first,
      newAnswer: () => newAnswer(repairEvents.emit),
      context,
    })
    if (repaired === null) return null
    await begin(repaired.begun)
    return { message: repaired.ended, events: repairEvents }
  }
  const ended = finish({ answer, ran, stored, events: answerEvents, repair: isHeld ? repair : null }, tools)
  return {
    started: { message: messages[0] ?? null, answerId: answer.id, stored, ended },
    answer: () => (isHeld ? begun : answer.snapshot()),
    stop: () => abort.abort(new StoppedByPlayer()),
  }
}

/** Settles one macrotask later, when the request to the provider has been sent. */
const whenSent = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

interface RunningAnswer {
  readonly answer: Answer
  readonly ran: Promise<void>
  readonly stored: Promise<void>
  /** Those of the answer that are not published yet. */
  readonly events: HeldEvents
  /** Has another answer written in its place, if need be; null for a turn that shows its answer as it arrives. */
  readonly repair: ((first: AnswerInProgress) => Promise<EndedAnswer | null>) | null
}

interface EndedAnswer {
  readonly message: AnswerInProgress
  readonly events: HeldEvents
}

/** The end is stored before it is published, so whoever sees it can send the next message at once. */
async function finish({ answer, ran, stored, events, repair }: RunningAnswer, tools: TurnTools): Promise<string> {
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
    return answer.id
  }
  await saver.release(answer)
  const save = (ended: AnswerInProgress): Promise<void> => storeTwice(() => store.finish(ended), tools)
  const first = answer.endedSnapshot()
  let last: EndedAnswer = { message: first, events }
  try {
    if (repair !== null) {
      await save(first)
      last = (await repair(first)) ?? last
    }
  } catch (fault) {
    onFault(fault)
  }
  const { message } = last
  try {
    await save(message)
    onEnd()
    last.events.release()
    emit({ type: 'message-end', message })
  } catch (fault) {
    onFault(fault)
    unsaved.add(message)
    onEnd()
    last.events.release()
    emit({ type: 'message-unsaved', message: toUnsavedMessage(message) })
  }
  return message.id
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

/** A retry repeats what the player chose, on the state before it. */
function callOf({ text, call = null, path }: TurnRequest): PlayerCall | null {
  return text === null ? (path.at(-1)?.playerCall ?? null) : call
}

/** The text of the player's message; on a retry, the message is the last of the path. */
function messageTextOf({ text, path }: TurnRequest): string | null {
  const last = path.at(-1)
  if (text !== null || last?.role !== 'player') return text
  return textOf(last)
}
