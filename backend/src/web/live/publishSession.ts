import { findSession } from '../../db/models/session.ts'
import { findSessionSettings } from '../../db/models/sessionSettings.ts'
import { findSessionModel } from '../session/findSessionModel.ts'
import type { AppServices } from '../appServices.ts'

type Publisher = Pick<AppServices, 'db' | 'live'>

/** Publishes the title of a session, the model that answers next, and the settings. */
export async function publishSession({ db, live }: Publisher, sessionId: string): Promise<void> {
  const session = await findSession(db, sessionId)
  if (session === undefined || session.deletedAt !== null) return
  live.send(sessionId, {
    type: 'session',
    title: session.title,
    modelConfig: await findSessionModel(db, session),
    settings: (await findSessionSettings(db, sessionId)).settings,
  })
}

/** Call after a change of the model configs. */
export async function publishSubscribedSessions(publisher: Publisher): Promise<void> {
  for (const sessionId of publisher.live.subscribedSessions()) await publishSession(publisher, sessionId)
}
