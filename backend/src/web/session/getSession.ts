import type { Database } from '../../db/database.ts'
import { findSession, isSessionGone, type Session } from '../../db/models/session.ts'
import { SessionDeletedError, SessionNotFoundError } from './sessionErrors.ts'

/** Throws `SessionNotFoundError`, `SessionDeletedError`. */
export async function getSession(db: Database, id: string): Promise<Session> {
  const session = await getStoredSession(db, id)
  if (session.deletedAt !== null) throw new SessionDeletedError(true)
  return session
}

/** Also a deleted session, as long as it can be restored. Throws like `getSession`. */
export async function getStoredSession(db: Database, id: string): Promise<Session> {
  const session = await findSession(db, id)
  if (session !== undefined) return session
  throw (await isSessionGone(db, id)) ? new SessionDeletedError(false) : new SessionNotFoundError()
}
