import { z } from 'zod'

/** A damaged database is not backed up. */
export const BackupResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done') }),
  z.object({ outcome: z.literal('damaged'), reason: z.string() }),
  z.object({ outcome: z.literal('failed'), reason: z.string() }),
])
export type BackupResult = z.infer<typeof BackupResult>
