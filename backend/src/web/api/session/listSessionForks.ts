import type { z } from 'zod'

import { findStoredState } from '../../../db/models/messagePage.ts'
import { listPathTurns } from '../../../db/models/pathTurns.ts'
import { stateAt } from '../../../engine/stateAt.ts'
import type { AppServices } from '../../appServices.ts'
import type { SessionFork, SessionForkList } from '../../schemas/fork.ts'
import { getSession } from '../../session/getSession.ts'
import { findFork, listActs } from '../../session/listForks.ts'

const MOST_FORKS = 3
/** Turns with acts that are looked at: each costs a try of everything that was open. */
const MOST_TURNS = 30

/** The last turns of the story so far at which something else could have been done, the last one first. */
export async function listSessionForks(
  { db, playedGamebooks }: Pick<AppServices, 'db' | 'playedGamebooks'>,
  id: string,
): Promise<z.infer<typeof SessionForkList>> {
  const { headId, gamebookId } = await getSession(db, id)
  const forks: SessionFork[] = []
  if (headId === null) return { data: forks }
  let turns = 0
  for await (const { answerBeforeId, receipts, text } of listPathTurns(db, id, headId)) {
    if (listActs(receipts).length === 0) continue
    turns += 1
    const stored = await findStoredState(db, id, answerBeforeId)
    const played = stored && (await playedGamebooks.find(gamebookId, stored.gamebookVersion))
    if (stored === undefined || played === undefined) break
    const gamebook = { ...played.gamebook, suggestions: true }
    const { state } = stateAt({ ...played, gamebook }, stored)
    const fork = findFork(gamebook, { answerId: answerBeforeId, stateBefore: state, receipts, text })
    if (fork !== undefined) forks.push(fork)
    if (forks.length === MOST_FORKS || turns === MOST_TURNS) break
  }
  return { data: forks }
}
