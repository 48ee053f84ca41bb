import type { Message } from '../messages/message.ts'
import { createProgressSaver } from './answer/progressSaver.ts'
import { stateAt } from './stateAt.ts'
import { startTurn, type RunningTurn, type TurnTools } from './startTurn.ts'
import type { StartedTurn, TurnRequest } from './turn.ts'
import { SessionEndedError, TurnRunningError } from './turnConflict.ts'
import type { TurnEvent } from './turnEvent.ts'
import type { TurnStore } from './turnStore.ts'

export interface TurnEngine {
  /** Starts a turn at once. Throws `TurnRunningError` (`turn-running`), `SessionEndedError` (`session-ended`). */
  start(request: TurnRequest): StartedTurn
  /** A copy of the answer in progress. */
  runningAnswer(sessionId: string): Message | undefined
  /** Ends the running turn as `stopped` and keeps its text; settles when it is stored, at once without a turn. */
  stop(sessionId: string): Promise<void>
  stopAll(): Promise<void>
}

export interface TurnEngineOptions extends Pick<TurnTools, 'newId' | 'now' | 'newSeed'> {
  readonly store: TurnStore
  readonly emit: (sessionId: string, event: TurnEvent) => void
  /** Called for errors that the player can't fix, such as a full disk. */
  readonly onFault: (fault: unknown) => void
}

/** Runs turns: at most one at a time in a session, with or without subscribers. */
export function createTurnEngine({ store, emit, onFault, ...ids }: TurnEngineOptions): TurnEngine {
  const running = new Map<string, RunningTurn>()
  const saver = createProgressSaver({ store, onFault })

  const stop = async (sessionId: string): Promise<void> => {
    const turn = running.get(sessionId)
    turn?.stop()
    await turn?.started.ended
  }

  return {
    start(request) {
      const { sessionId, gamebook, gamebookVersion: version, path, text } = request
      const last = path.at(-1)
      if (running.has(sessionId)) throw new TurnRunningError()
      if (text !== null && last !== undefined && stateAt({ gamebook, version }, last).state.ended !== undefined) {
        throw new SessionEndedError()
      }
      const turn = startTurn(request, {
        ...ids,
        store,
        saver,
        onFault,
        emit: (event) => emit(sessionId, event),
        onEnd: () => running.delete(sessionId),
      })
      running.set(sessionId, turn)
      return turn.started
    },
    runningAnswer: (sessionId) => running.get(sessionId)?.answer(),
    stop,
    async stopAll() {
      await Promise.all([...running.keys()].map(stop))
    },
  }
}
