import { z } from 'zod'

import { Id } from './common.ts'

/** A turn at which something else could have been done. */
export const SessionFork = z
  .object({
    messageId: Id.describe('The answer before the turn: the head from which another path begins'),
    place: z.string().nullable(),
    time: z.string().nullable().describe('Story time'),
    chosen: z.array(z.string()).describe('What was done, in the lines that the player saw; empty if there were none'),
    text: z.string().describe("The beginning of the player's message"),
    otherCount: z.int().describe('How many other exits and acts were open'),
  })
  .meta({ id: 'SessionFork' })
export type SessionFork = z.infer<typeof SessionFork>

export const SessionForkList = z.object({ data: z.array(SessionFork) }).meta({ id: 'SessionForkList' })
