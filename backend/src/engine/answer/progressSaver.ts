import type { TurnStore } from '../turnStore.ts'
import type { Answer } from './answer.ts'

/** Saves answers in progress: what arrived is stored at most a quarter of a second later. */
export interface ProgressSaver {
  watch(answer: Answer): void
  /** Stops watching. Settles when no save of the answer is under way. */
  release(answer: Answer): Promise<void>
}

const INTERVAL_MS = 200
const NEVER_SAVED = -1

/** One timer and one transaction serve all running turns. */
export function createProgressSaver({
  store,
  onFault,
}: {
  store: TurnStore
  onFault: (fault: unknown) => void
}): ProgressSaver {
  const savedVersions = new Map<Answer, number>()
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> | null = null
  let isFailing = false

  const save = (): void => {
    if (saving !== null) return
    const changed = [...savedVersions].filter(([answer, saved]) => answer.version !== saved)
    if (changed.length === 0) return
    for (const [answer] of changed) savedVersions.set(answer, answer.version)
    saving = store
      .saveProgress(changed.map(([answer]) => answer.snapshot()))
      .then(
        () => {
          isFailing = false
        },
        (fault: unknown) => {
          for (const [answer] of changed) if (savedVersions.has(answer)) savedVersions.set(answer, NEVER_SAVED)
          // One line in the log for a disk that stays full.
          if (!isFailing) onFault(fault)
          isFailing = true
        },
      )
      .finally(() => {
        saving = null
      })
  }

  return {
    watch(answer) {
      if (answer.isOver) return
      savedVersions.set(answer, NEVER_SAVED)
      timer ??= setInterval(save, INTERVAL_MS)
    },
    async release(answer) {
      savedVersions.delete(answer)
      if (savedVersions.size === 0) {
        clearInterval(timer)
        timer = undefined
      }
      await saving
    },
  }
}
