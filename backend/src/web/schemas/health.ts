import { z } from 'zod'

export const Health = z
  .object({
    status: z.enum(['ready', 'degraded']),
    version: z.string().describe('Empty if the server has a password and the request does not'),
    database: z.enum(['ready', 'unreachable', 'damaged']),
    hint: z.string().optional().describe('What to do if the database is damaged'),
  })
  .meta({ id: 'Health' })
