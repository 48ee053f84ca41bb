import { listHiddenNames, worldOf } from '@llm-gamebook/story'

import { countPath } from '../../../db/models/pathSteps.ts'
import { findSession } from '../../../db/models/session.ts'
import { stateAt } from '../../../engine/stateAt.ts'
import type { AppServices } from '../../appServices.ts'

/** What a session has not revealed yet. Empty if its gamebook can't be read. */
export async function findHiddenNames(
  { db, paths, playedGamebooks }: Pick<AppServices, 'db' | 'paths' | 'playedGamebooks'>,
  sessionId: string,
): Promise<readonly string[]> {
  const session = await findSession(db, sessionId)
  const last = session === undefined ? undefined : (await paths.load(sessionId, session.headId)).at(-1)
  if (session === undefined || last === undefined) return []
  const played = await playedGamebooks.find(session.gamebookId, last.gamebookVersion)
  return played === undefined ? [] : listHiddenNames(worldOf(played.gamebook, stateAt(played, last).state))
}

/** The number of the turn of an answer; the opening has 0. */
export async function findTurnNumber(
  { db }: Pick<AppServices, 'db'>,
  sessionId: string | null,
  messageId: string | null,
): Promise<number | null> {
  if (sessionId === null || messageId === null) return null
  return Math.floor((await countPath(db, sessionId, messageId)) / 2)
}
