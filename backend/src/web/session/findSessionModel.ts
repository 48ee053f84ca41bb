import type { Database } from '../../db/database.ts'
import { findUsableModelConfig } from '../../db/models/modelConfigQueries.ts'
import type { Session } from '../../db/models/session.ts'
import type { SessionModel } from '../schemas/session.ts'

/** The model that answers next; null without any model. */
export async function findSessionModel(db: Database, session: Session): Promise<SessionModel | null> {
  const config = await findUsableModelConfig(db, session.modelConfigId)
  if (config === undefined) return null
  const { id, name, provider } = config
  return { id, name, provider, fallback: id !== session.modelConfigId }
}
