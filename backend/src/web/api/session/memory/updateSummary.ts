import { listPathIds } from '../../../../db/models/copyPath.ts'
import { insertSummary, listSummaries } from '../../../../db/models/summaries.ts'
import type { AppServices } from '../../../appServices.ts'
import { getSession } from '../../../session/getSession.ts'
import { MessageNotFoundError } from '../../../session/sessionErrors.ts'

/** The player's words for what the newest summary of the story covers; without one, for the story so far. */
export async function updateSummary(
  { db, clock, summaries }: Pick<AppServices, 'db' | 'clock' | 'summaries'>,
  sessionId: string,
  text: string,
): Promise<void> {
  const { headId } = await getSession(db, sessionId)
  if (headId === null) throw new MessageNotFoundError()
  const path = new Set(await listPathIds(db, sessionId, headId))
  const covering = (await listSummaries(db, sessionId)).findLast(({ coversTo }) => path.has(coversTo))
  if (covering?.text === text) return
  summaries.giveUp(sessionId)
  await insertSummary(db, {
    id: clock.newId(),
    sessionId,
    coversTo: covering?.coversTo ?? headId,
    text,
    source: 'player',
    modelConfigId: null,
    usage: null,
    cost: null,
    createdAt: clock.now(),
  })
}
