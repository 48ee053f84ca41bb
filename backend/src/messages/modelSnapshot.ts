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

/** The tokens of an answer; null where the provider says nothing. Answers of earlier versions lack the details. */
export const Usage = z
  .object({
    inputTokens: z.number().nullable(),
    outputTokens: z.number().nullable(),
    reasoningTokens: z.number().nullable().optional().describe('Part of the output tokens'),
    cachedInputTokens: z.number().nullable().optional().describe('Part of the input tokens, read from a cache'),
    cacheWriteTokens: z.number().nullable().optional().describe('Part of the input tokens, written to a cache'),
  })
  .meta({ id: 'Usage' })
export type Usage = z.infer<typeof Usage>
