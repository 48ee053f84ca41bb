import { copyContext } from '../../../db/models/copyContext.ts'
import { copyMessages } from '../../../db/models/copyPath.ts'
import { listTree } from '../../../db/models/listTree.ts'
import { insertSession, updateSessionRow } from '../../../db/models/session.ts'
import { findStartAnswers, saveStartAnswers } from '../../../db/models/startAnswers.ts'
import type { AppServices } from '../../appServices.ts'
import type { SessionDetail } from '../../schemas/session.ts'
import { getSession } from '../../session/getSession.ts'
import { MessageNotFoundError } from '../../session/sessionErrors.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'
import { toCopiedSession } from './toCopiedSession.ts'

/** Copies a session with all its branches. Throws `TurnRunningError` while the narrator answers. */
export async function duplicateSession(
  services: SessionDetailServices & Pick<AppServices, 'clock' | 'turns'>,
  id: string,
): Promise<SessionDetail> {
  const { db, engine, turns, clock } = services
  const copyId = clock.newId()
  await turns.alone(id, async () => {
    const session = await getSession(db, id)
    await engine.saveUnsaved(id)
    const [nodes, answers] = await Promise.all([listTree(db, id), findStartAnswers(db, id)])
    await db.transaction().execute(async (transaction) => {
      const copy = toCopiedSession(session, copyId, clock.now())
      await insertSession(transaction, { ...copy, title: titleOfCopy(session.title) })
      await saveStartAnswers(transaction, copyId, answers)
      const copies = await copyMessages(transaction, nodes, copyId, clock.newId)
      if (copies === null) throw new MessageNotFoundError()
      await copyContext(transaction, { from: id, to: copyId, copies, newId: clock.newId })
      await updateSessionRow(transaction, copyId, { headId: copies.get(session.headId ?? '') ?? null })
    })
  })
  return getSessionDetail(services, copyId)
}

const MAX_TITLE = 255

/** `Low Water (copy)`, then `Low Water (copy 2)`. */
function titleOfCopy(title: string): string {
  const [, plain = title, number] = /^(.*) \(copy(?: (\d{1,6}))?\)$/su.exec(title) ?? []
  const ending = plain === title ? ' (copy)' : ` (copy ${Number(number ?? 1) + 1})`
  return `${plain.slice(0, MAX_TITLE - ending.length)}${ending}`
}
