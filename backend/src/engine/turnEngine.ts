import type { Message } from '../messages/message.ts'
import { createProgressSaver } from './answer/progressSaver.ts'
import { stateAt } from './stateAt.ts'
import { startTurn, type RunningTurn, type TurnTools } from './startTurn.ts'
import type { StartedTurn, TurnRequest } from './turn.ts'
import { SessionEndedError, TurnRunningError } from './turnConflict.ts'
import type { TurnEvent } from './turnEvent.ts'
import type { TurnStore } from './turnStore.ts'

export interface TurnEngine {
  /** Begins a turn at once. Throws `TurnRunningError` (`turn-running`), `SessionEndedError` (`session-ended`). */
  start(request: TurnRequest): StartedTurn
  /** The answer in progress as it stands. */
  runningAnswer(sessionId: string): Message | undefined
  /** Ends the running turn as `stopped`, with its words; settles when it is stored. Nothing runs: settles at once. */
  stop(sessionId: string): Promise<void>
  stopAll(): Promise<void>
}

export interface TurnEngineOptions extends Pick<TurnTools, 'newId' | 'now' | 'newSeed'> {
  readonly store: TurnStore
  readonly emit: (sessionId: string, event: TurnEvent) => void
  /** Told of faults that no player can do anything about, such as a full disk. */
  readonly onFault: (fault: unknown) => void
}

/** Runs turns: at most one at a time in a session, whether anybody listens or not. */
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
      const { sessionId, gamebook, gamebookVersion: version, path, words } = request
      const last = path.at(-1)
      if (running.has(sessionId)) throw new TurnRunningError()
      if (words !== null && last !== undefined && stateAt({ gamebook, version }, last).state.ended !== undefined) {
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
