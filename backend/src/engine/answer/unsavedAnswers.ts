import type { Clock } from '../../clock.ts'
import type { AnswerInProgress, Message } from '../../messages/message.ts'
import type { TurnStore } from '../turnStore.ts'

/** Ended answers that could not be saved: kept in memory and saved as soon as the database accepts them. */
export interface UnsavedAnswers {
  add(answer: AnswerInProgress): void
  find(sessionId: string): Message | undefined
  /** Saves the session's answer now; does nothing without one. Throws why it can't be saved. */
  save(sessionId: string): Promise<void>
  saveAll(): Promise<void>
  /** Ends the attempts. Returns the answers that are lost. */
  close(): readonly Message[]
}

export interface UnsavedAnswersOptions {
  readonly store: Pick<TurnStore, 'finish'>
  readonly onSaved: (answer: Message) => void
  readonly wait: Clock['wait']
}

const FIRST_PAUSE_MS = 500
const MAX_PAUSE_MS = 15_000
/** With so many, no turn begins before one of them is saved. */
const MAX_UNSAVED = 200

export function createUnsavedAnswers({ store, onSaved, wait }: UnsavedAnswersOptions): UnsavedAnswers {
  /** By session: its next turn begins only when the answer is saved. */
  const answers = new Map<string, AnswerInProgress>()
  let isTrying = false

  const saveOf = async (sessionId: string): Promise<void> => {
    const answer = answers.get(sessionId)
    if (answer === undefined) return
    await store.finish(answer)
    // Another attempt may have saved it in the meantime.
    if (answers.get(sessionId) !== answer) return
    answers.delete(sessionId)
    onSaved(answer)
  }

  const saveAll = async (): Promise<void> => {
    await Promise.allSettled([...answers.keys()].map(saveOf))
  }

  const keepTrying = async (): Promise<void> => {
    isTrying = true
    for (let pause = FIRST_PAUSE_MS; answers.size > 0; pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
      await wait(pause)
      await saveAll()
    }
    isTrying = false
  }

  return {
    add(answer) {
      answers.set(answer.sessionId, answer)
      if (!isTrying) void keepTrying()
    },
    find: (sessionId) => answers.get(sessionId),
    async save(sessionId) {
      const [oldest] = answers.keys()
      if (answers.size >= MAX_UNSAVED && oldest !== undefined) await saveOf(oldest)
      await saveOf(sessionId)
    },
    saveAll,
    close() {
      const lost = [...answers.values()]
      answers.clear()
      return lost
    },
  }
}
