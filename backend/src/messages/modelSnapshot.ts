import { z } from 'zod'

import { Json } from '../json.ts'

/** The model that wrote an answer. It outlives the model config. */
export const ModelSnapshot = z
  .object({
    configName: z.string(),
    provider: z.string(),
    requestedModel: z.string(),
    /** The model that the provider reports. */
    answeringModel: z.string().nullable(),
    /** Null for the built-in narrator. */
    host: z.string().nullable(),
    parameters: z.record(z.string(), Json),
    /** Deviations from the request: a parameter left out, a request sent again. */
    notices: z.array(z.string()).optional(),
  })
  .meta({ id: 'ModelSnapshot' })
export type ModelSnapshot = z.infer<typeof ModelSnapshot>

export const Usage = z
  .object({ inputTokens: z.number().nullable(), outputTokens: z.number().nullable() })
  .meta({ id: 'Usage' })
export type Usage = z.infer<typeof Usage>
