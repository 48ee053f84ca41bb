import type { Message } from '../../../messages/message.ts'
import { insertMessages } from '../../../db/models/messageQueries.ts'
import { findAnswer, loadTree } from '../../../db/models/messageTree.ts'
import { insertSession } from '../../../db/models/session.ts'
import { TurnRunningError } from '../../../engine/turnConflict.ts'
import type { AppServices } from '../../appServices.ts'
import type { SessionDetail } from '../../schemas/session.ts'
import { getSession } from '../../session/getSession.ts'
import { getSessionDetail, type SessionDetailServices } from './sessionDetail.ts'
import { MessageNotFoundError } from '../../session/sessionErrors.ts'

/** Copies the story up to a message into a new session; a player's message counts as its newest answer. */
export async function forkSession(
  services: SessionDetailServices & Pick<AppServices, 'clock'>,
  id: string,
  messageId: string,
): Promise<SessionDetail> {
  const { db, engine, paths, clock } = services
  const session = await getSession(db, id)
  await engine.saveUnsaved(id)
  const tree = await loadTree(db, id)
  const answerId = findAnswer(tree, tree.nodes.get(messageId))
  if (answerId === undefined) throw new MessageNotFoundError()
  const path = await paths.load(id, answerId)
  if (path.some(({ status }) => status === 'streaming')) throw new TurnRunningError()

  const now = clock.now()
  const forkId = clock.newId()
  const messages = copyPath(path, forkId, clock.newId)
  await db.transaction().execute(async (transaction) => {
    const headId = messages.at(-1)?.id ?? null
    await insertSession(transaction, { ...session, id: forkId, headId, createdAt: now, updatedAt: now })
    await insertMessages(transaction, messages)
  })
  return getSessionDetail(services, forkId)
}

function copyPath(path: readonly Message[], sessionId: string, newId: () => string): readonly Message[] {
  let parentId: string | null = null
  return path.map((message) => {
    const copy: Message = { ...message, id: newId(), sessionId, parentId }
    parentId = copy.id
    return copy
  })
}
