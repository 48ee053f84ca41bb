import { z } from 'zod'

import { Json } from '../json.ts'

/** The parts of a message. A JSON column is parsed when its row is read and trusted afterwards. */

/** Why text was taken back: its call was refused, it went round in circles, or it was no part of the story. */
export const Withdrawal = z.enum(['refused-call', 'loop', 'secret', 'markup']).meta({ id: 'Withdrawal' })
export type Withdrawal = z.infer<typeof Withdrawal>

const TextPart = z.object({
  id: z.string(),
  type: z.literal('text'),
  text: z.string(),
  /** Text that was taken back stays stored and counts nowhere. */
  withdrawn: Withdrawal.exactOptional(),
})
const ThinkingPart = z.object({
  id: z.string(),
  type: z.literal('thinking'),
  text: z.string(),
  /** Null while the model is thinking. */
  durationMs: z.number().nullable(),
})
const ToolCallPart = z.object({
  id: z.string(),
  type: z.literal('tool-call'),
  toolName: z.string(),
  input: Json,
  /** What the engine returned to the model; null if the call never ran. */
  result: Json.nullable(),
  /** The receipt of the call; null if it never ran. */
  receiptId: z.string().nullable(),
  /** The player made the call, before the first request of the turn. */
  by: z.literal('player').exactOptional(),
})

export const Part = z.discriminatedUnion('type', [TextPart, ThinkingPart, ToolCallPart]).meta({ id: 'Part' })
export type Part = z.infer<typeof Part>

/** The model that wrote a part, the step of its turn, and the metadata that only its provider can read. */
export const PartOrigin = z.object({
  provider: z.string(),
  host: z.string().nullable(),
  model: z.string(),
  step: z.int(),
  /** Signatures and ids, in the form that the provider's package gives and takes. */
  metadata: z.record(z.string(), z.record(z.string(), Json)).optional(),
})
export type PartOrigin = z.infer<typeof PartOrigin>

const origin = PartOrigin.optional()
/** A part with its origin, which no client sees. */
export const StoredPart = z.discriminatedUnion('type', [
  TextPart.extend({ origin }),
  ThinkingPart.extend({ origin }),
  // A call without an input is still a call that the history holds.
  ToolCallPart.extend({ origin, input: Json.default(null) }),
])
export type StoredPart = z.infer<typeof StoredPart>

/** The part without its origin. */
export function toPublicPart({ origin, ...part }: StoredPart): Part {
  return part
}

/** The parts that a client may see: empty text that carries only metadata for its provider is left out. */
export function toPublicParts(parts: readonly StoredPart[]): Part[] {
  return parts.filter((part) => part.type === 'tool-call' || part.text !== '').map(toPublicPart)
}

export const isWithdrawn = (part: Part): boolean => part.type === 'text' && part.withdrawn !== undefined

/** The text of a message, without reasoning, calls and what was taken back. */
export function textOf({ parts }: { readonly parts: readonly Part[] }): string {
  return parts.map((part) => (part.type === 'text' && !isWithdrawn(part) ? part.text : '')).join('')
}
