import { findEndingsFound } from './models/endingFound.ts'
import { findSession, type Session } from './models/session.ts'
import type { Database } from './tables.ts'
import { cacheReads } from './writes/cacheReads.ts'

/** What every turn reads, cached until it changes. */
export interface TurnReads {
  findSession(id: string): Promise<Session | undefined>
  findEndingsFound(gamebookId: string): Promise<ReadonlySet<string>>
}

export function createTurnReads(db: Database): TurnReads {
  // Deleting a model config clears the choice of its sessions.
  const sessions = cacheReads<Session | undefined>(db, { tables: ['model_config'], rowsOf: 'session' })
  const endings = cacheReads<ReadonlySet<string>>(db, { tables: ['ending_found'] })
  return {
    findSession: (id) => sessions.get(id, () => findSession(db, id)),
    findEndingsFound: (gamebookId) => endings.get(gamebookId, () => findEndingsFound(db, gamebookId)),
  }
}
