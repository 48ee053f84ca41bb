import { z } from 'zod'

export const Health = z
  .object({
    status: z.enum(['ready', 'degraded']),
    version: z.string(),
    database: z.enum(['ready', 'unreachable']),
  })
  .meta({ id: 'Health' })
