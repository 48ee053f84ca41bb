import type { EffectRecord, Receipt as StoryReceipt } from '@llm-gamebook/story'
import { z } from 'zod'

import { Json } from '../../json.ts'

/** What the JSON columns of a message hold. Parsed when a row is read, trusted after. */

const TextPart = z.object({ id: z.string(), type: z.literal('text'), text: z.string() })
const ThinkingPart = z.object({
  id: z.string(),
  type: z.literal('thinking'),
  text: z.string(),
  /** Null while it is thinking. */
  durationMs: z.number().nullable(),
})
const ToolCallPart = z.object({
  id: z.string(),
  type: z.literal('tool-call'),
  toolName: z.string(),
  input: Json,
  /** What the engine answered the model; null where the call was never run. */
  result: Json.nullable(),
  /** The receipt of the call; null where it was never run. */
  receiptId: z.string().nullable(),
})

export const Part = z.discriminatedUnion('type', [TextPart, ThinkingPart, ToolCallPart]).meta({ id: 'Part' })
export type Part = z.infer<typeof Part>

/** Which model a part is from, in which step of its turn, and what only its provider can read of it. */
export const PartOrigin = z.object({
  provider: z.string(),
  host: z.string().nullable(),
  model: z.string(),
  step: z.int(),
  /** Signatures and ids, as the provider's package gives and takes them. */
  metadata: z.record(z.string(), z.record(z.string(), Json)).optional(),
})
export type PartOrigin = z.infer<typeof PartOrigin>

const origin = PartOrigin.optional()
/** A part with its side field, which no client sees. */
export const StoredPart = z.discriminatedUnion('type', [
  TextPart.extend({ origin }),
  ThinkingPart.extend({ origin }),
  ToolCallPart.extend({ origin }),
])
export type StoredPart = z.infer<typeof StoredPart>

const Change = z
  .object({
    entity: z.string(),
    field: z.string(),
    before: Json,
    after: Json,
    /** What was added went beyond a bound. */
    clamped: z.literal(true).exactOptional(),
  })
  .meta({ id: 'Change' })

const Roll = z
  .object({
    roll: z.string(),
    dice: z.array(z.int()),
    add: z.number(),
    total: z.number(),
    at_least: z.number().exactOptional(),
    success: z.boolean().exactOptional(),
  })
  .meta({ id: 'Roll' })

/** What was done, and by itself what followed from it. */
const Effect: z.ZodType<EffectRecord> = z
  .object({
    action: z.string(),
    args: Json,
    roll: Roll.exactOptional(),
    changes: z.array(Change),
    effects: z.lazy(() => z.array(Effect)).exactOptional(),
  })
  .meta({ id: 'Effect' })

const Receipt: z.ZodType<StoryReceipt> = z
  .object({
    action: z.string(),
    by: z.enum(['tool', 'player', 'trigger', 'system']),
    function: z.string().exactOptional(),
    /** The trigger that it follows from. */
    trigger: z.string().exactOptional(),
    args: Json,
    result: z.enum(['applied', 'refused', 'failed']),
    code: z.string().exactOptional(),
    reason: z.string().exactOptional(),
    guards: z.array(z.object({ guard: z.string(), source: Json, holds: z.boolean() })),
    roll: Roll.exactOptional(),
    changes: z.array(Change),
    effects: z.array(Effect).exactOptional(),
  })
  .meta({ id: 'Receipt' })

/** A receipt with the one line that tells a player what the engine did. */
export const ReceiptEntry = z
  .object({
    id: z.string(),
    /** The part that it stands behind: the call that asked for it, or what was told before it. */
    partId: z.string().nullable(),
    line: z.string(),
    /** Whether it brings the player to another place; absent in receipts of earlier versions. */
    newPlace: z.boolean().exactOptional(),
    receipt: Receipt,
  })
  .meta({ id: 'ReceiptEntry' })
export type ReceiptEntry = z.infer<typeof ReceiptEntry>

/** Why an answer stopped short, in the same words as a problem of the API. */
export const TurnError = z
  .object({
    code: z.string(),
    detail: z.string(),
    hint: z.string(),
    retryable: z.boolean(),
    retryAfterSeconds: z.number().optional(),
    status: z.number().optional(),
    /** What the provider itself said, without keys. */
    providerMessage: z.string().optional(),
    host: z.string().optional(),
    providerCode: z.string().optional(),
    /** The parameter that was refused. */
    parameter: z.string().optional(),
    /** By which the provider finds the request in its logs. */
    requestId: z.string().optional(),
  })
  .meta({ id: 'TurnError' })
export type TurnError = z.infer<typeof TurnError>

/** Which model wrote an answer, kept whatever becomes of its config. */
export const ModelSnapshot = z
  .object({
    configName: z.string(),
    provider: z.string(),
    requestedModel: z.string(),
    /** The model that the provider says answered. */
    answeringModel: z.string().nullable(),
    /** Null for the built-in narrator. */
    host: z.string().nullable(),
    parameters: z.record(z.string(), Json),
    /** What was not as it was asked for: a parameter left out, a request sent again. */
    notices: z.array(z.string()).optional(),
  })
  .meta({ id: 'ModelSnapshot' })
export type ModelSnapshot = z.infer<typeof ModelSnapshot>

export const Usage = z
  .object({ inputTokens: z.number().nullable(), outputTokens: z.number().nullable() })
  .meta({ id: 'Usage' })
export type Usage = z.infer<typeof Usage>
