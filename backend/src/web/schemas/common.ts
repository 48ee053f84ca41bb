import { z } from 'zod'

import { stripControls } from './visibleText.ts'

export const Id = z.uuid()
const { format, pattern } = z.toJSONSchema(Id)
/** The id of a row that may be damaged: described like others, and not checked. */
export const StoredId = z.string().max(200).meta({ format, pattern })
export const Timestamp = z.iso.datetime().describe('ISO-8601, UTC')
/** A name that a person gives. */
export const Title = z.string().overwrite(stripControls).trim().min(1).max(255)
export const IdParams = z.strictObject({ id: Id })
/** A page of a list: `cursor` is the `nextCursor` of the previous page. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
})

/** An error body after RFC 9457, with a stable `code` and a hint. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened'),
    code: z.string().describe('Stable, kebab-case'),
    hint: z.string().describe('What to do next'),
    errors: z.record(z.string(), z.string()).optional().describe('Messages by field'),
    requestId: z.string().optional(),
  })
  .meta({
    id: 'Problem',
    examples: [
      {
        type: 'urn:llm-gamebook:problem:turn-running',
        title: 'Conflict',
        status: 409,
        detail: 'The narrator is still answering.',
        code: 'turn-running',
        hint: 'Wait for the answer or stop it, then send again.',
      },
    ],
  })
export type Problem = z.infer<typeof Problem>
