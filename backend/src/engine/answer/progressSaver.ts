import type { Answer } from './answer.ts'
import type { TurnStore } from '../turnStore.ts'

/** Keeps answers in progress on disk: what arrived is stored at the latest a quarter of a second later. */
export interface ProgressSaver {
  watch(answer: Answer): void
  /** Settles when no save of the answer is under way any more. */
  release(answer: Answer): Promise<void>
}

const INTERVAL_MS = 200

/** One timer and one transaction serve all running turns. */
export function createProgressSaver({
  store,
  onFault,
}: {
  store: TurnStore
  onFault: (fault: unknown) => void
}): ProgressSaver {
  const watched = new Set<Answer>()
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> | null = null

  const save = (): void => {
    if (saving !== null) return
    const changed = [...watched].filter((answer) => answer.isChanged)
    if (changed.length === 0) return
    saving = store
      .saveProgress(changed.map((answer) => answer.takeChanged()))
      .catch((fault: unknown) => {
        for (const answer of changed) answer.markChanged()
        onFault(fault)
      })
      .finally(() => (saving = null))
  }

  return {
    watch(answer) {
      if (answer.isOver) return
      watched.add(answer)
      timer ??= setInterval(save, INTERVAL_MS)
    },
    async release(answer) {
      watched.delete(answer)
      if (watched.size === 0) {
        clearInterval(timer)
        timer = undefined
      }
      await saving
    },
  }
}
