import type { Database } from '../../../db/database.ts'
import type { Message, MessageRole } from '../../../messages/message.ts'
import { findMessage } from '../../../db/models/messageQueries.ts'
import { MessageNotFoundError, WrongRoleError } from '../../session/sessionErrors.ts'

/** Throws `MessageNotFoundError`, `WrongRoleError`. */
export async function getMessage(db: Database, sessionId: string, id: string, role?: MessageRole): Promise<Message> {
  const message = await findMessage(db, sessionId, id)
  if (message === undefined) throw new MessageNotFoundError()
  if (role !== undefined && message.role !== role) throw new WrongRoleError(role)
  return message
}
