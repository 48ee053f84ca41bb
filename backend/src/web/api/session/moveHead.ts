import type { z } from 'zod'

import { findAnswer, findNewestBelow, findNode } from '../../../db/models/messageTree.ts'
import { updateSessionRow } from '../../../db/models/session.ts'
import type { AppServices } from '../../appServices.ts'
import type { HeadUpdate, SessionDetail } from '../../schemas/session.ts'
import { getSession } from '../../session/getSession.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'
import { MessageNotFoundError } from '../../session/sessionErrors.ts'

/** Moves the head to a message; a player's message counts as its newest answer. */
export async function moveHead(
  services: SessionDetailServices & Pick<AppServices, 'clock' | 'live' | 'turns'>,
  id: string,
  { messageId, descend }: z.infer<typeof HeadUpdate>,
): Promise<SessionDetail> {
  const { db, engine, live, turns, clock } = services
  return turns.alone(id, async () => {
    await getSession(db, id)
    await engine.saveUnsaved(id)
    const node = await findNode(db, id, messageId)
    const answerId = node && (await findAnswer(db, node))
    if (answerId === undefined) throw new MessageNotFoundError()
    const headId = descend ? await findNewestBelow(db, answerId) : answerId
    await updateSessionRow(db, id, { headId, updatedAt: clock.now() })
    const session = await getSessionDetail(services, id)
    live.send(id, { type: 'snapshot', session })
    return session
  })
}
