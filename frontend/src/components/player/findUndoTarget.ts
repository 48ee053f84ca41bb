import type { Message } from '../../types/api.ts'

/** The message before the player's last one, or null before the first. */
export function findUndoTarget(messages: readonly Message[]): string | null {
  return messages.findLast(({ role }) => role === 'player')?.parentId ?? null
}
