import type { AppServices } from '../../appServices.ts'
import type { SessionDetail } from '../../schemas/session.ts'
import { loadSession, type SessionSources } from '../../session/loadSession.ts'
import { toSessionDetail } from '../../session/toSessionDetail.ts'

export type SessionDetailServices = SessionSources & Pick<AppServices, 'engine'>

export async function getSessionDetail(services: SessionDetailServices, id: string): Promise<SessionDetail> {
  return toSessionDetail(await loadSession(services, id), services.engine.runningAnswer(id))
}
