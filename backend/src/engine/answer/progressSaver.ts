import { type AnswerPiece, contentSince } from '../../messages/answerPiece.ts'
import type { AnswerInProgress } from '../../messages/message.ts'
import type { TurnStore } from '../turnStore.ts'
import type { Answer } from './answer.ts'

/** Saves answers in progress: what arrived is stored at most a quarter of a second later. */
export interface ProgressSaver {
  /** @param stored the part of the answer that is stored already */
  watch(answer: Answer, stored: AnswerInProgress): void
  /** Stops watching. Settles when no save of the answer is under way. */
  release(answer: Answer): Promise<void>
}

interface Watched {
  readonly answer: Answer
  stored: AnswerInProgress
  /** The state of the answer that was checked last. */
  version: number
  nextNumber: number
}

interface Progress {
  readonly watched: Watched
  readonly now: AnswerInProgress
  readonly piece: AnswerPiece
}

const INTERVAL_MS = 200
const NEVER_SAVED = -1

/** One timer and one transaction serve all running turns. */
export function createProgressSaver({
  store,
  onFault,
}: {
  store: Pick<TurnStore, 'saveProgress'>
  onFault: (fault: unknown) => void
}): ProgressSaver {
  const all = new Map<Answer, Watched>()
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> | null = null
  let isFailing = false

  const saveAll = async (progress: readonly Progress[]): Promise<void> => {
    try {
      await store.saveProgress(progress.map(({ piece }) => piece))
      for (const { watched, now } of progress)
        Object.assign(watched, { stored: now, nextNumber: watched.nextNumber + 1 })
      isFailing = false
    } catch (fault) {
      // The next piece has the same number, so it replaces this one if only the confirmation was lost.
      for (const { watched } of progress) watched.version = NEVER_SAVED
      // Logged once for a disk that stays full.
      if (!isFailing) onFault(fault)
      isFailing = true
    } finally {
      saving = null
    }
  }

  const save = (): void => {
    if (saving !== null) return
    const progress = [...all.values()].flatMap((watched) => progressOf(watched) ?? [])
    if (progress.length > 0) saving = saveAll(progress)
  }

  return {
    watch(answer, stored) {
      if (answer.isOver) return
      all.set(answer, { answer, stored, version: NEVER_SAVED, nextNumber: 0 })
      timer ??= setInterval(save, INTERVAL_MS)
    },
    async release(answer) {
      all.delete(answer)
      if (all.size === 0) {
        clearInterval(timer)
        timer = undefined
      }
      await saving
    },
  }
}

/** What arrived since the last save; null if nothing did. */
function progressOf(watched: Watched): Progress | null {
  const { answer, stored, nextNumber: number } = watched
  if (answer.version === watched.version) return null
  watched.version = answer.version
  const now = answer.snapshot()
  const content = contentSince(stored, now)
  return content === null ? null : { watched, now, piece: { messageId: answer.id, number, content } }
}
