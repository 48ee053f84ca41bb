import { z } from 'zod'

/** Why an answer stopped early, in the form of a problem of the API. */
export const TurnError = z
  .object({
    code: z.string(),
    detail: z.string(),
    hint: z.string(),
    retryable: z.boolean(),
    retryAfterSeconds: z.number().optional(),
    status: z.number().optional(),
    /** The message of the provider, with keys redacted. */
    providerMessage: z.string().optional(),
    host: z.string().optional(),
    providerCode: z.string().optional(),
    /** The parameter that the model rejected. */
    parameter: z.string().optional(),
    /** Identifies the request in the logs of the provider. */
    requestId: z.string().optional(),
    /** The budget that didn't allow the request. */
    budgetId: z.string().optional(),
  })
  .meta({ id: 'TurnError' })
export type TurnError = z.infer<typeof TurnError>
