import { findEndingsFound } from '../../db/models/endingFound.ts'
import type { ShownMessage } from '../../messages/message.ts'
import { findStoredState, loadPage, type StoredState } from '../../db/models/messagePage.ts'
import { countMessages, findRedo, loadSiblingIds, type SiblingIds } from '../../db/models/messageTree.ts'
import type { Session } from '../../db/models/session.ts'
import { findSessionSettings } from '../../db/models/sessionSettings.ts'
import type { SessionSettings } from '../../sessions/sessionSettings.ts'
import type { PlayedGamebook } from '../../gamebooks/playedGamebooks.ts'
import type { AppServices } from '../appServices.ts'
import type { SessionModel } from '../schemas/session.ts'
import { getSession } from './getSession.ts'
import { findSessionModel } from './findSessionModel.ts'
import { pageSize } from './pageSize.ts'

/** Everything that the page of a session shows at first. */
export interface LoadedSession {
  readonly session: Session
  /** The end of the story so far. */
  readonly messages: readonly ShownMessage[]
  readonly siblingIds: SiblingIds
  readonly messageCount: number
  /** After the last message; undefined before the story has begun. */
  readonly state: StoredState | undefined
  readonly redoId: string | undefined
  readonly played: PlayedGamebook | undefined
  readonly endingsFound: ReadonlySet<string>
  readonly model: SessionModel | null
  readonly settings: SessionSettings
}

export type SessionSources = Pick<AppServices, 'db' | 'playedGamebooks'>

export async function loadSession({ db, playedGamebooks }: SessionSources, id: string): Promise<LoadedSession> {
  const session = await getSession(db, id)
  const { headId, gamebookId } = session
  // Only a few at once, because each takes a PostgreSQL connection.
  const [messages, state, endingsFound, model] = await Promise.all([
    headId === null ? [] : loadPage(db, id, headId, pageSize()),
    headId === null ? undefined : findStoredState(db, id, headId),
    findEndingsFound(db, gamebookId),
    findSessionModel(db, session),
  ])
  const [siblingIds, messageCount, redoId, { settings }] = await Promise.all([
    loadSiblingIds(db, id, messages),
    countMessages(db, id),
    headId === null ? undefined : findRedo(db, headId),
    findSessionSettings(db, id),
  ])
  const played = await playedGamebooks.find(gamebookId, state?.gamebookVersion ?? null)
  return { session, messages, siblingIds, messageCount, state, redoId, played, endingsFound, model, settings }
}
