import type { CallView, StoryView } from '@llm-gamebook/story'
import { z } from 'zod'

const text = z.string()
const textOrNull = z.string().nullable()
const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const TargetView = z.strictObject({ id: text, label: textOrNull, name: textOrNull, description: textOrNull })
const ChoiceView = z.strictObject({ id: text, name: textOrNull, description: textOrNull })

const parameter = { name: text, description: text, required: z.boolean() }
const ParameterView = z.discriminatedUnion('type', [
  z.strictObject({ ...parameter, type: z.literal('text'), maxLength: z.number() }),
  z.strictObject({ ...parameter, type: z.literal('boolean') }),
  z.strictObject({ ...parameter, type: z.literal('integer'), min: z.number(), max: z.number() }),
  z.strictObject({ ...parameter, type: z.literal('choice'), values: listOf(z.union([text, z.number()])) }),
  z.strictObject({ ...parameter, type: z.literal('entity'), choices: listOf(ChoiceView) }),
])

const FieldView = z.strictObject({
  label: text,
  type: z.enum(['text', 'integer', 'number', 'boolean', 'list', 'entity', 'entities']),
  words: listOf(text),
  max: z.number().nullable(),
})

const EntityView = z.strictObject({
  id: text,
  typeName: text,
  name: text,
  description: text,
  isNode: z.boolean(),
  isConstant: z.boolean(),
  isItem: z.boolean(),
  isContainer: z.boolean(),
  heldBy: textOrNull,
  fields: listOf(FieldView),
})

const FunctionView = z.strictObject({
  name: text,
  description: text,
  ownerId: text,
  action: textOrNull,
  graphId: textOrNull,
  targets: listOf(TargetView).nullable(),
  parameters: listOf(ParameterView),
})

const View = z.strictObject({
  title: text,
  summary: textOrNull,
  language: textOrNull,
  graphs: listOf(z.strictObject({ graphId: text, graphName: textOrNull, nodeId: text, name: text, description: text })),
  placeGraphIds: listOf(text),
  entities: listOf(EntityView),
  carrierIds: listOf(text),
  clocks: listOf(z.strictObject({ id: text, minutes: z.number(), day: z.number(), timeOfDay: text })),
  functions: listOf(FunctionView),
  refused: listOf(z.strictObject({ name: text, description: text, action: textOrNull, reason: text })),
  closed: listOf(z.strictObject({ graphId: text, id: text, label: textOrNull, name: textOrNull, reason: text })),
  ending: z.strictObject({ title: text, kind: z.enum(['good', 'bad', 'neutral']), text: textOrNull }).nullable(),
}) satisfies z.ZodType<StoryView>

const RollView = z.strictObject({
  dice: listOf(z.number()),
  add: z.number(),
  addedBy: textOrNull,
  total: z.number(),
  success: z.boolean().nullable(),
  isCheck: z.boolean(),
}) satisfies z.ZodType<CallView['rolls'][number]>

/** What a call gives to a parameter. */
export const Argument = z.union([text, z.number(), z.boolean(), z.null()])
export type Argument = z.infer<typeof Argument>

const CallResult = z.strictObject({
  function: text,
  args: z.record(text, Argument),
  result: z.enum(['success', 'refused']),
  reason: text.optional(),
  /** What the function does, in its author's words. */
  description: text,
  /** Its main action. */
  action: textOrNull,
  rolls: listOf(RollView),
})
export type CallResult = z.infer<typeof CallResult>

/** All that the built-in narrator knows of a turn: what the engine puts into `providerOptions.builtin`. */
export const NarratorInput = z.strictObject({
  /** The story now, rebuilt before every step of the turn. */
  view: View,
  /** The story as this turn found it; null on the opening. */
  before: View.nullable(),
  /** The player's words of this turn; null on the opening. */
  words: textOrNull,
  /**
   * The player's words of the turns just before in which this narrator did nothing, in order: what they left open may
   * be what the words of this turn answer.
   */
  asked: listOf(text),
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
