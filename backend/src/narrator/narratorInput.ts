import type { StoryView } from '@llm-gamebook/story'
import { z } from 'zod'

const text = z.string()
const textOrNull = z.string().nullable()
const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const TargetView = z.strictObject({ id: text, label: textOrNull, name: textOrNull, description: textOrNull })

const asked = { name: text, description: text, required: z.boolean() }
const ParameterView = z.discriminatedUnion('type', [
  z.strictObject({ ...asked, type: z.literal(['text', 'boolean']) }),
  z.strictObject({ ...asked, type: z.literal('integer'), min: z.number(), max: z.number() }),
  z.strictObject({ ...asked, type: z.literal('choice'), values: listOf(z.union([text, z.number()])) }),
  z.strictObject({
    ...asked,
    type: z.literal('entity'),
    choices: listOf(z.strictObject({ id: text, name: textOrNull, description: textOrNull })),
  }),
])

const View = z.strictObject({
  title: text,
  summary: textOrNull,
  language: textOrNull,
  places: listOf(z.strictObject({ graphId: text, graphName: textOrNull, nodeId: text, name: text, description: text })),
  entities: listOf(z.strictObject({ id: text, typeName: text, name: text, description: text })),
  functions: listOf(
    z.strictObject({
      name: text,
      description: text,
      ownerId: text,
      action: textOrNull,
      graphId: textOrNull,
      targets: listOf(TargetView).nullable(),
      parameters: listOf(ParameterView),
    }),
  ),
  closed: listOf(z.strictObject({ graphId: text, id: text, label: textOrNull, name: textOrNull, reason: text })),
  ending: z.strictObject({ title: text, kind: z.enum(['good', 'bad', 'neutral']), text: textOrNull }).nullable(),
}) satisfies z.ZodType<StoryView>

const CallResult = z.strictObject({
  function: text,
  result: z.enum(['success', 'refused']),
  reason: text.optional(),
  facts: listOf(text).optional(),
})

/** All that the built-in narrator knows of a turn: what the engine puts into `providerOptions.builtin`. */
export const NarratorInput = z.strictObject({
  /** The story now, rebuilt before every step of the turn. */
  view: View,
  /** The story as this turn found it; null on the opening. */
  before: View.nullable(),
  /** The player's words of this turn; null on the opening. */
  words: textOrNull,
  /** From 0; varies the phrasing, so that the same turn is always told alike. */
  turn: z.int().nonnegative(),
  /** What became of the calls of this turn so far, in order. */
  results: listOf(CallResult),
  /** Ids of the nodes that were current when an earlier turn ended: these places have been told. */
  told: listOf(text),
  /** For each graph that has moved, by its id: the node where it stood before the present one. */
  cameFrom: z.record(text, text),
})
export type NarratorInput = z.infer<typeof NarratorInput>
