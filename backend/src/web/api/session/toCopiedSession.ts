import type { NewSession, Session } from '../../../db/models/session.ts'

/** A new session like another one, before its messages are copied. */
export function toCopiedSession({ deletedAt, ...session }: Session, id: string, now: string): NewSession {
  return { ...session, id, headId: null, createdAt: now, updatedAt: now }
}
