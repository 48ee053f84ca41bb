import type { AppServices } from '../../appServices.ts'
import type { SessionDetail } from '../../schemas/session.ts'
import { getSession } from '../../session/getSession.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'

/** Starts a new opening and keeps the old one. */
export async function restartSession(
  services: SessionDetailServices & Pick<AppServices, 'turns'>,
  id: string,
): Promise<SessionDetail> {
  await services.turns.start(id, async () => ({ session: await getSession(services.db, id), path: [], text: null }))
  return getSessionDetail(services, id)
}
