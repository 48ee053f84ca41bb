import type { AppServices } from '../../appServices.ts'
import type { SessionDetail } from '../../schemas/session.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'

/** Starts a new opening and keeps the old one. */
export async function restartSession(
  services: SessionDetailServices & Pick<AppServices, 'turns'>,
  id: string,
): Promise<SessionDetail> {
  await services.turns.start(id, async () => ({ path: [], text: null }))
  return getSessionDetail(services, id)
}
