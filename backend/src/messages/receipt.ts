import type { EffectRecord, Receipt as StoryReceipt } from '@llm-gamebook/story'
import { z } from 'zod'

import { Json } from '../json.ts'

const Change = z
  .object({
    entity: z.string(),
    field: z.string(),
    before: Json,
    after: Json,
    /** The new value was cut to a limit. */
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

/** Of a move along an edge whose id is not the id of the node it leads to. */
const Edge = z.string()

/** An action with the effects that it triggered. */
const Effect: z.ZodType<EffectRecord> = z
  .object({
    action: z.string(),
    args: Json,
    edge: Edge.exactOptional(),
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
    /** The trigger that caused it. */
    trigger: z.string().exactOptional(),
    args: Json,
    edge: Edge.exactOptional(),
    result: z.enum(['applied', 'refused', 'failed']),
    code: z.string().exactOptional(),
    reason: z.string().exactOptional(),
    guards: z.array(z.object({ guard: z.string(), source: Json, holds: z.boolean() })),
    roll: Roll.exactOptional(),
    changes: z.array(Change),
    effects: z.array(Effect).exactOptional(),
  })
  .meta({ id: 'Receipt' })

/** A receipt with the line that describes it to the player. */
export const ReceiptEntry = z
  .object({
    id: z.string(),
    /** The part that it follows: the call that requested it, or the text before it. */
    partId: z.string().nullable(),
    line: z.string(),
    /** Whether it brings the player to another place; absent in receipts of earlier versions. */
    newPlace: z.boolean().exactOptional(),
    receipt: Receipt,
  })
  .meta({ id: 'ReceiptEntry' })
export type ReceiptEntry = z.infer<typeof ReceiptEntry>

/** An entry with its whole receipt; `shown` is there if the receipt names something that the player may not know yet. */
export const StoredReceiptEntry = ReceiptEntry.extend({ shown: Receipt.exactOptional() })
export type StoredReceiptEntry = z.infer<typeof StoredReceiptEntry>

/** The entry as clients see it. */
export function toPublicReceipt({ shown, ...entry }: StoredReceiptEntry): ReceiptEntry {
  return shown === undefined ? entry : { ...entry, receipt: shown }
}
