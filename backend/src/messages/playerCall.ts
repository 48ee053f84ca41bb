import { z } from 'zod'

/** What the player chose to do, with the message that says it. It runs before the first request of the turn. */
export const PlayerCall = z.object({
  function: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type PlayerCall = z.infer<typeof PlayerCall>
