import type { AppServices } from '../../appServices.ts'
import type { SessionDetail } from '../../schemas/session.ts'
import { getSession } from '../../session/getSession.ts'
import { getSessionDetail } from './sessionDetail.ts'

/** Starts a new opening and keeps the old one. */
export async function restartSession(services: AppServices, id: string): Promise<SessionDetail> {
  await services.turns.start(id, async () => ({ session: await getSession(services.db, id), path: [], words: null }))
  return getSessionDetail(services, id)
}
