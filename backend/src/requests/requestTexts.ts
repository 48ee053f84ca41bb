import type { Clock } from '../clock.ts'
import type { KeptRequests } from './keptRequests.ts'

export interface RequestTextsOptions {
  readonly clock: Pick<Clock, 'now' | 'wait'>
  readonly readKept: () => Promise<KeptRequests>
  /** Removes the texts of all requests before a time. */
  readonly remove: (before: string, signal: AbortSignal) => Promise<void>
  readonly onFailure: (failure: unknown) => void
}

/** Removes the texts of requests that are no longer to be kept. */
export interface RequestTexts {
  /** Removes them now, and then every hour. */
  start(): void
  /** Removes them now. Never rejects. */
  removeOld(): Promise<void>
  /** Removes all of them now. */
  removeAll(): Promise<void>
  stop(): Promise<void>
}

const HOUR_MS = 60 * 60 * 1000
const KEPT_MS = 30 * 24 * HOUR_MS
/** After all times. */
const ALL = '9999'

export function createRequestTexts({ clock, readKept, remove, onFailure }: RequestTextsOptions): RequestTexts {
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> = Promise.resolve()

  const removeOnce = async (): Promise<void> => {
    try {
      const kept = await readKept()
      if (kept === 'always' || signal.aborted) return
      const before = kept === 'never' ? ALL : new Date(Date.parse(clock.now()) - KEPT_MS).toISOString()
      await remove(before, signal)
    } catch (failure) {
      if (!signal.aborted) onFailure(failure)
    }
  }
  const removeOld = (): Promise<void> => {
    running = running.then(removeOnce)
    return running
  }
  const repeat = async (): Promise<void> => {
    while (!signal.aborted) {
      await removeOld()
      await clock.wait(HOUR_MS)
    }
  }
  return {
    start: () => void repeat(),
    removeOld,
    removeAll() {
      const removed = running.then(() => remove(ALL, signal))
      running = removed.catch(() => undefined)
      return removed
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
