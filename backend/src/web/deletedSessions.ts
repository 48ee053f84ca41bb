import { setImmediate } from 'node:timers/promises'

import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { deleteSessionRow, listDeletedBefore } from '../db/models/session.ts'

export interface DeletedSessionsOptions {
  readonly clock: Pick<Clock, 'now' | 'wait'>
  readonly db: Database
  readonly onFailure: (failure: unknown) => void
}

/** Deletes sessions forever 30 days after they were deleted. */
export interface DeletedSessions {
  /** Deletes them now, and then every hour. */
  start(): void
  /** Deletes them now. Never rejects. */
  removeOld(): Promise<void>
  stop(): Promise<void>
}

const HOUR_MS = 60 * 60 * 1000
const KEPT_MS = 30 * 24 * HOUR_MS

export function createDeletedSessions({ clock, db, onFailure }: DeletedSessionsOptions): DeletedSessions {
  let isStopped = false
  let running: Promise<void> = Promise.resolve()

  const removeOnce = async (): Promise<void> => {
    try {
      const before = new Date(Date.parse(clock.now()) - KEPT_MS).toISOString()
      for (const id of await listDeletedBefore(db, before)) {
        if (isStopped) return
        await deleteSessionRow(db, id)
        await setImmediate()
      }
    } catch (failure) {
      if (!isStopped) onFailure(failure)
    }
  }
  const removeOld = (): Promise<void> => {
    running = running.then(removeOnce)
    return running
  }
  const repeat = async (): Promise<void> => {
    while (!isStopped) {
      await removeOld()
      await clock.wait(HOUR_MS)
    }
  }
  return {
    start: () => void repeat(),
    removeOld,
    async stop() {
      isStopped = true
      await running
    },
  }
}
