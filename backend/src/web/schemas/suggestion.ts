import { suggestionGroups } from '@llm-gamebook/story'
import { z } from 'zod'

const Value = z.union([z.string(), z.number(), z.boolean()])
const input = { name: z.string(), label: z.string() }
const SuggestionInput = z.discriminatedUnion('type', [
  z.object({ ...input, type: z.literal('text'), maxLength: z.int() }),
  z.object({ ...input, type: z.literal('integer'), min: z.number(), max: z.number() }),
  z.object({
    ...input,
    type: z.literal('choice'),
    options: z.array(z.object({ value: Value, label: z.string() })),
  }),
])

/** Something that the player can do now, or that the author refuses now with a reason. */
export const Suggestion = z
  .object({
    id: z.string(),
    group: z.enum(suggestionGroups),
    label: z.string().describe('What the player says'),
    call: z
      .object({ function: z.string(), args: z.record(z.string(), Value.nullable()) })
      .nullable()
      .describe('Sent with the message; null if it is refused now'),
    input: z.array(SuggestionInput).describe('Arguments that the player adds to the call'),
    reason: z.string().nullable().describe("The author's reason for a refusal; null if it can be done"),
  })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.infer<typeof Suggestion>
