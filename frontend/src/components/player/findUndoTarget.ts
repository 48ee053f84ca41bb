import type { Message } from '../../types/api.ts'

/** The message before the player's last words; null where nothing was said yet. */
export function findUndoTarget(messages: readonly Message[]): string | null {
  return messages.findLast(({ role }) => role === 'player')?.parentId ?? null
}
