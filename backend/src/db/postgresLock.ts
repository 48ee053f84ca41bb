import { setTimeout } from 'node:timers/promises'
import type { Client } from 'pg'

import { LostConnectionError } from './connectionError.ts'
import { DatabaseTakenError } from './databaseTaken.ts'
import { type LockConnection, tryLockPostgres } from './tryLockPostgres.ts'

export interface DatabaseLock {
  /** Settles if this process holds the lock. Throws `LostConnectionError`, `DatabaseTakenError`. */
  confirm(): Promise<void>
  /** Settles when another process has taken the lock while the connection was lost. */
  readonly taken: Promise<void>
  release(): Promise<void>
}

/** How long a start waits for a server that is about to stop. */
const MAX_WAIT_MS = 3000
/** How long a request waits for the lock to be taken again. */
const MAX_CONFIRM_MS = 5000
const PAUSE_MS = 200

/**
 * Keeps other servers off a database: each would end the running turns of the other. The lock belongs to a connection
 * of its own, so it ends with its process in any case. If the connection breaks, the lock is taken again. Null if
 * another process holds it.
 */
export async function lockPostgres(url: string, maxWaitMs = MAX_WAIT_MS): Promise<DatabaseLock | null> {
  const started = performance.now()
  for (;;) {
    const held = await tryLockPostgres(url)
    if (held !== null) return keepLock(url, held)
    if (performance.now() - started >= maxWaitMs) return null
    await setTimeout(PAUSE_MS)
  }
}

function keepLock(url: string, first: LockConnection): DatabaseLock {
  const taken = Promise.withResolvers<void>()
  let isReleased = false
  let held: Promise<Client> = Promise.resolve(watch(first))

  function watch(connection: LockConnection): Client {
    connection.client.once('end', () => {
      if (isReleased) return
      held = retake(connection.pid).then(watch)
      held.catch(() => {})
    })
    return connection.client
  }

  async function retake(lostPid: number): Promise<LockConnection> {
    for (;;) {
      const connection = await tryLockPostgres(url, lostPid).catch(() => 'unreachable' as const)
      if (connection === null) {
        taken.resolve()
        throw new DatabaseTakenError()
      }
      if (connection !== 'unreachable') return connection
      await setTimeout(PAUSE_MS)
      if (isReleased) throw new LostConnectionError()
    }
  }

  return {
    taken: taken.promise,
    async confirm() {
      const limit = new AbortController()
      const late = setTimeout(MAX_CONFIRM_MS, undefined, { signal: limit.signal, ref: false }).then(() => {
        throw new LostConnectionError()
      })
      await Promise.race([held, late]).finally(() => limit.abort())
    },
    async release() {
      isReleased = true
      const client = await held.catch(() => null)
      await client?.end()
    },
  }
}
