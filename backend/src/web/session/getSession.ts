import type { Database } from '../../db/database.ts'
import { findSession, type Session } from '../../db/models/session.ts'
import { SessionNotFoundError } from './sessionErrors.ts'

export async function getSession(db: Database, id: string): Promise<Session> {
  const session = await findSession(db, id)
  if (session === undefined) throw new SessionNotFoundError()
  return session
}
