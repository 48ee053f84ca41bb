import { findEndingsFound } from './models/endingFound.ts'
import type { SessionContext } from '../sessions/sessionContext.ts'
import { findSessionContext } from './models/sessionContext.ts'
import { findSession, type Session } from './models/session.ts'
import type { Database } from './tables.ts'
import { cacheReads } from './writes/cacheReads.ts'

/** What every turn reads, cached until it changes. */
export interface TurnReads {
  findSession(id: string): Promise<Session | undefined>
  findEndingsFound(gamebookId: string): Promise<ReadonlySet<string>>
  findContext(sessionId: string): Promise<SessionContext>
}

export function createTurnReads(db: Database): TurnReads {
  // Deleting a model config clears the choice of its sessions.
  const sessions = cacheReads<Session | undefined>(db, { tables: ['model_config'], rowsOf: 'session' })
  const endings = cacheReads<ReadonlySet<string>>(db, { tables: ['ending_found'] })
  const contexts = cacheReads<SessionContext>(db, {
    tables: ['session_settings', 'pin', 'summary', 'model_config'],
    rowsOf: 'session',
  })
  return {
    findSession: (id) => sessions.get(id, () => findSession(db, id)),
    findEndingsFound: (gamebookId) => endings.get(gamebookId, () => findEndingsFound(db, gamebookId)),
    findContext: (id) => contexts.get(id, () => findSessionContext(db, id)),
  }
}
