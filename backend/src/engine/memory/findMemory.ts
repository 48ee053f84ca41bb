import type { PathMessage } from '../../messages/pathMessage.ts'
import type { Memory } from '../../sessions/memory.ts'

/** What the last message of a path inherits: the memory of the nearest message that has one. */
export function findMemory(path: readonly PathMessage[]): Memory | null {
  return path.findLast(({ memory }) => memory != null)?.memory ?? null
}

/**
 * How many messages of a history a memory leaves out: all if it begins with the message that follows, none if the
 * history lacks the message of the cut.
 * @param messageId the player's message after the history
 */
export function countLeftOut(
  history: readonly PathMessage[],
  memory: Memory | null,
  messageId: string | undefined,
): number {
  if (memory === null || memory.keepFrom === null) return 0
  if (memory.keepFrom === messageId) return history.length
  return Math.max(
    0,
    history.findIndex(({ id }) => id === memory.keepFrom),
  )
}
