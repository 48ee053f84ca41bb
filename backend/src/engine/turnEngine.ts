import type { Message } from '../messages/message.ts'
import { createProgressSaver } from './answer/progressSaver.ts'
import { createUnsavedAnswers } from './answer/unsavedAnswers.ts'
import { toUnsavedMessage } from './answer/unsavedMessage.ts'
import { stateAt } from './stateAt.ts'
import { startTurn, type RunningTurn, type TurnTools } from './startTurn.ts'
import type { StartedTurn, TurnRequest } from './turn.ts'
import { SessionEndedError, TurnRunningError } from './turnConflict.ts'
import type { TurnEvent } from './turnEvent.ts'
import type { TurnStore } from './turnStore.ts'

export interface TurnEngine {
  /**
   * Starts a turn at once, after `saveUnsaved`. Throws `TurnRunningError` (`turn-running`), `SessionEndedError`
   * (`session-ended`).
   */
  start(request: TurnRequest): StartedTurn
  /** A copy of the answer in progress. */
  runningAnswer(sessionId: string): Message | undefined
  /** A copy of the answer that is in progress, or has ended and is not saved yet. */
  unstoredAnswer(sessionId: string): Message | undefined
  /** Saves an answer that ended and is not saved yet. Throws why it can't be saved. */
  saveUnsaved(sessionId: string): Promise<void>
  /** Ends the running turn as `stopped` and keeps its text; settles when it is stored, at once without a turn. */
  stop(sessionId: string): Promise<void>
  /** Ends all turns and tries to save what is not saved, for a few seconds at most. */
  stopAll(): Promise<void>
}

export interface TurnEngineOptions extends Pick<TurnTools, 'newId' | 'now' | 'newSeed' | 'wait' | 'requests'> {
  readonly store: TurnStore
  readonly emit: (sessionId: string, event: TurnEvent) => void
  /** Called for errors that the player can't fix, such as a full disk. */
  readonly onFault: (fault: unknown) => void
  /** Called for answers whose end could not be saved before the server stops. */
  readonly onLost: (answer: Message) => void
}

/** Shorter than the time after which the process ends. */
const MAX_STOPPING_MS = 3500

/** Runs turns: at most one at a time in a session, with or without subscribers. */
export function createTurnEngine({ store, emit, onFault, onLost, ...clock }: TurnEngineOptions): TurnEngine {
  const running = new Map<string, RunningTurn>()
  const saver = createProgressSaver({ store, onFault })
  const unsaved = createUnsavedAnswers({
    store,
    onSaved: (message) => emit(message.sessionId, { type: 'message-end', message }),
    wait: clock.wait,
  })

  const unstoredAnswer = (sessionId: string): Message | undefined => {
    const ended = unsaved.find(sessionId)
    return running.get(sessionId)?.answer() ?? (ended === undefined ? undefined : toUnsavedMessage(ended))
  }

  const stop = async (sessionId: string): Promise<void> => {
    const turn = running.get(sessionId)
    turn?.stop()
    await turn?.started.ended
  }

  return {
    start(request) {
      const { sessionId, gamebook, gamebookVersion: version, path, text } = request
      const last = path.at(-1)
      if (unstoredAnswer(sessionId) !== undefined) throw new TurnRunningError()
      if (text !== null && last !== undefined && stateAt({ gamebook, version }, last).state.ended !== undefined) {
        throw new SessionEndedError()
      }
      const turn = startTurn(request, {
        ...clock,
        store,
        saver,
        unsaved,
        onFault,
        emit: (event) => emit(sessionId, event),
        onEnd: () => running.delete(sessionId),
      })
      running.set(sessionId, turn)
      return turn.started
    },
    runningAnswer: (sessionId) => running.get(sessionId)?.answer(),
    unstoredAnswer,
    saveUnsaved: unsaved.save,
    stop,
    async stopAll() {
      const stopped = Promise.all([...running.keys()].map(stop)).then(unsaved.saveAll)
      await Promise.race([stopped, clock.wait(MAX_STOPPING_MS)])
      const unfinished = [...running.values()].map((turn) => turn.answer())
      for (const answer of [...unfinished, ...unsaved.close()]) onLost(answer)
    },
  }
}
