import type { Message } from '../../../types/api.ts'

/** While text arrives, only the messages of the last page are compared. */
export const MESSAGES_PER_PAGE = 20

export interface MessageGroup {
  /** Negative before the first message that was loaded. */
  readonly index: number
  readonly messages: readonly Message[]
}

/**
 * Groups messages into pages, counted from the message at `origin`: pages keep their messages when earlier ones are
 * loaded, and when new ones follow.
 */
export function groupMessages(messages: readonly Message[], origin: number): readonly MessageGroup[] {
  const first = -Math.ceil(origin / MESSAGES_PER_PAGE)
  const end = Math.ceil((messages.length - origin) / MESSAGES_PER_PAGE)
  return Array.from({ length: end - first }, (_, offset) => {
    const index = first + offset
    const start = origin + index * MESSAGES_PER_PAGE
    return { index, messages: messages.slice(Math.max(0, start), start + MESSAGES_PER_PAGE) }
  })
}
