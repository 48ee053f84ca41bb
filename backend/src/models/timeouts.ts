import { z } from 'zod'

const Seconds = z.int().min(1).max(86_400).nullable().default(null)

/** How long a model may take, in seconds; null for the app's own limits. */
export const Timeouts = z.strictObject({
  firstWord: Seconds.describe('Until the answer begins'),
  total: Seconds.describe('Until the answer ends'),
})
export type Timeouts = z.infer<typeof Timeouts>

export const noTimeouts: Timeouts = Timeouts.parse({})
