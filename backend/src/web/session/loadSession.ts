import { findEndingsFound } from '../../db/models/endingFound.ts'
import type { Message } from '../../messages/message.ts'
import { loadTree, type MessageTree } from '../../db/models/messageTree.ts'
import type { Session } from '../../db/models/session.ts'
import type { PlayedGamebook } from '../../gamebooks/playedGamebooks.ts'
import type { AppServices } from '../appServices.ts'
import type { SessionModel } from '../schemas/session.ts'
import { getSession } from './getSession.ts'
import { findSessionModel } from './findSessionModel.ts'

/** Everything that the page of a session shows. */
export interface LoadedSession {
  readonly session: Session
  readonly path: readonly Message[]
  readonly tree: MessageTree
  readonly played: PlayedGamebook | undefined
  readonly endingsFound: ReadonlySet<string>
  readonly model: SessionModel | null
}

export type SessionSources = Pick<AppServices, 'db' | 'paths' | 'playedGamebooks'>

export async function loadSession({ db, paths, playedGamebooks }: SessionSources, id: string): Promise<LoadedSession> {
  const session = await getSession(db, id)
  const [path, tree, endingsFound, model] = await Promise.all([
    paths.load(id, session.headId),
    loadTree(db, id),
    findEndingsFound(db, session.gamebookId),
    findSessionModel(db, session),
  ])
  const played = await playedGamebooks.find(session.gamebookId, path.at(-1)?.gamebookVersion ?? null)
  return { session, path, tree, played, endingsFound, model }
}
