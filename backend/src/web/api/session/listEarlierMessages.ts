import type { z } from 'zod'

import { loadPage } from '../../../db/models/messagePage.ts'
import { findNode, loadSiblingIds } from '../../../db/models/messageTree.ts'
import type { AppServices } from '../../appServices.ts'
import type { MessagePage, MessagePageQuery } from '../../schemas/session.ts'
import { toMessageResponse } from '../../schemas/toMessageResponse.ts'
import { getSession } from '../../session/getSession.ts'
import { pageSize } from '../../session/pageSize.ts'
import { MessageNotFoundError } from '../../session/sessionErrors.ts'
import { toEarlierCursor } from '../../session/toSessionDetail.ts'

/** The messages above one of a session's messages, whichever branch the story has taken since. */
export async function listEarlierMessages(
  { db }: Pick<AppServices, 'db'>,
  id: string,
  { before, limit }: z.infer<typeof MessagePageQuery>,
): Promise<MessagePage> {
  await getSession(db, id)
  const first = await findNode(db, id, before)
  if (first === undefined) throw new MessageNotFoundError()
  const messages = first.parentId === null ? [] : await loadPage(db, id, first.parentId, pageSize(limit))
  const siblingIds = await loadSiblingIds(db, id, messages)
  return {
    data: messages.map((message) => toMessageResponse(message, siblingIds(message))),
    earlierCursor: toEarlierCursor(messages),
  }
}
