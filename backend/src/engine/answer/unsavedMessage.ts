import type { Message } from '../../messages/message.ts'
import type { TurnError } from '../../messages/turnError.ts'
import { textOf } from '../../messages/part.ts'

const NOT_SAVED: TurnError = {
  code: 'not-stored',
  detail: "This answer isn't saved yet: the server can't write to its database.",
  hint: "Check the server's disk space and its log. It saves the answer as soon as it can; don't stop it before that.",
  retryable: false,
}

/** Whether pages see the answer as not saved yet; its end comes again when it is. */
export const isUnsaved = ({ error }: Pick<Message, 'error'>): boolean => error?.code === NOT_SAVED.code

/** An ended answer as pages see it until it is saved. */
export function toUnsavedMessage(answer: Message): Message {
  return { ...answer, status: textOf(answer).trim() !== '' ? 'interrupted' : 'failed', error: NOT_SAVED }
}
