import { z } from 'zod'

/**
 * What a request holds of the turns before it. It is decided when a player's message is stored, and stored with it; a
 * message without one has that of the nearest message above.
 */
export const Memory = z.object({
  /** The id of the first message that is sent word for word; null for the first of the story. */
  keepFrom: z.string().nullable(),
  /** The summary of the messages before it; null if there is none. */
  summaryId: z.string().nullable(),
  /** Estimated tokens for each byte of a request. */
  factor: z.number().positive(),
  /** The most bytes of the journal, and of the summary, since the last cut: other models leave both as they are. */
  blockBytes: z.int().nonnegative(),
})
export type Memory = z.infer<typeof Memory>
