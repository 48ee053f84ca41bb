import { z } from 'zod'

/** How long the text of requests is kept. */
export const KeptRequests = z.enum(['30-days', 'always', 'never']).meta({ id: 'KeptRequests' })
export type KeptRequests = z.infer<typeof KeptRequests>
