import type { SessionContext } from '../../sessions/sessionContext.ts'
import type { Database } from '../tables.ts'
import { listPins } from './pins.ts'
import { findSessionSettings } from './sessionSettings.ts'
import { listSummaries } from './summaries.ts'

export async function findSessionContext(db: Database, sessionId: string): Promise<SessionContext> {
  const [stored, pins, summaries] = await Promise.all([
    findSessionSettings(db, sessionId),
    listPins(db, sessionId),
    listSummaries(db, sessionId),
  ])
  return { ...stored, pins, summaries }
}
