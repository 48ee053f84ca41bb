import { copyContext } from '../../../db/models/copyContext.ts'
import { copyPath, listPathIds } from '../../../db/models/copyPath.ts'
import { findMessage } from '../../../db/models/messageQueries.ts'
import { findAnswer, findNode } from '../../../db/models/messageTree.ts'
import { insertSession, updateSessionRow } from '../../../db/models/session.ts'
import { findStartAnswers, saveStartAnswers } from '../../../db/models/startAnswers.ts'
import { TurnRunningError } from '../../../engine/turnConflict.ts'
import type { AppServices } from '../../appServices.ts'
import type { SessionDetail } from '../../schemas/session.ts'
import { getSession } from '../../session/getSession.ts'
import { toCopiedSession } from './toCopiedSession.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'
import { MessageNotFoundError } from '../../session/sessionErrors.ts'

/** Copies the story up to a message into a new session; a player's message counts as its newest answer. */
export async function forkSession(
  services: SessionDetailServices & Pick<AppServices, 'clock'>,
  id: string,
  messageId: string,
): Promise<SessionDetail> {
  const { db, engine, clock } = services
  const session = await getSession(db, id)
  await engine.saveUnsaved(id)
  const node = await findNode(db, id, messageId)
  const answerId = node && (await findAnswer(db, node))
  if (answerId === undefined) throw new MessageNotFoundError()
  if ((await findMessage(db, id, answerId))?.status === 'streaming') throw new TurnRunningError()

  const now = clock.now()
  const forkId = clock.newId()
  const [ids, answers] = await Promise.all([listPathIds(db, id, answerId), findStartAnswers(db, id)])
  await db.transaction().execute(async (transaction) => {
    await insertSession(transaction, toCopiedSession(session, forkId, now))
    await saveStartAnswers(transaction, forkId, answers)
    const copies = await copyPath(transaction, ids, forkId, clock.newId)
    const headId = copies?.get(answerId)
    if (copies === null || headId === undefined) throw new MessageNotFoundError()
    await copyContext(transaction, { from: id, to: forkId, copies, newId: clock.newId })
    await updateSessionRow(transaction, forkId, { headId })
  })
  return getSessionDetail(services, forkId)
}
