import { findSession } from '../../db/models/session.ts'
import { findSessionModel } from '../session/findSessionModel.ts'
import type { AppServices } from '../appServices.ts'

type Announcer = Pick<AppServices, 'db' | 'live'>

/** Tells whoever listens the title of a session and who answers next. */
export async function publishSession({ db, live }: Announcer, sessionId: string): Promise<void> {
  const session = await findSession(db, sessionId)
  if (session === undefined) return
  live.send(sessionId, {
    type: 'session',
    title: session.title,
    modelConfig: await findSessionModel(db, session),
  })
}

/** After a change of the model configs. */
export async function publishSubscribedSessions(announcer: Announcer): Promise<void> {
  for (const sessionId of announcer.live.listenedSessions()) await publishSession(announcer, sessionId)
}
