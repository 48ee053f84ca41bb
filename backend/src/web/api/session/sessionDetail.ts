import type { AppServices } from '../../appServices.ts'
import type { SessionDetail } from '../../schemas/session.ts'
import { loadSession, type SessionSources } from '../../session/loadSession.ts'
import { toSessionDetail } from '../../session/toSessionDetail.ts'

export type SessionDetailServices = SessionSources & Pick<AppServices, 'engine'>

export async function getSessionDetail(services: SessionDetailServices, id: string): Promise<SessionDetail> {
  const loaded = await loadSession(services, id)
  const answer = services.engine.unstoredAnswer(id)
  // A turn that ended while the session was loaded has stored more by now.
  const isStale = loaded.messages.some((message) => message.status === 'streaming' && message.id !== answer?.id)
  if (!isStale) return toSessionDetail(loaded, answer)
  return toSessionDetail(await loadSession(services, id), services.engine.unstoredAnswer(id))
}
