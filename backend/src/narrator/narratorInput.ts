import type { CallView, KnownPlaceView, StoryView } from '@llm-gamebook/story'
import { z } from 'zod'

const text = z.string()
const textOrNull = z.string().nullable()
const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const TargetView = z.strictObject({
  id: text,
  nodeId: text,
  label: textOrNull,
  name: textOrNull,
  description: textOrNull,
})
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
  value: z.union([z.number(), z.boolean()]).nullable(),
  values: listOf(text),
  max: z.number().nullable(),
})

const DetailView = z.strictObject({ words: listOf(text), text })
const TopicView = z.strictObject({
  id: text,
  about: listOf(text),
  label: textOrNull,
  isDiscussed: z.boolean(),
  isUsedUp: z.boolean(),
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
  details: listOf(DetailView),
})

const FunctionView = z.strictObject({
  name: text,
  description: text,
  ownerId: text.nullable(),
  action: textOrNull,
  graphId: textOrNull,
  targets: listOf(TargetView).nullable(),
  parameters: listOf(ParameterView),
  asks: z.strictObject({ speakerId: textOrNull, speakerParameter: textOrNull, topicParameter: text }).nullable(),
})

const View = z.strictObject({
  title: text,
  summary: textOrNull,
  language: textOrNull,
  graphs: listOf(
    z.strictObject({
      graphId: text,
      graphName: textOrNull,
      nodeId: text,
      name: text,
      description: text,
      details: listOf(DetailView),
    }),
  ),
  placeGraphIds: listOf(text),
  entities: listOf(EntityView),
  inventoryIds: listOf(text),
  clocks: listOf(z.strictObject({ id: text, minutes: z.number(), day: z.number(), timeOfDay: text })),
  speakers: listOf(z.strictObject({ id: text, name: textOrNull, topics: listOf(TopicView) })),
  expecting: z.strictObject({ speakerId: text, topicId: text }).nullable(),
  suggestions: z.boolean(),
  functions: listOf(FunctionView),
  refused: listOf(
    z.strictObject({ name: text, description: text, action: textOrNull, choosesItem: z.boolean(), reason: text }),
  ),
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

const PlaceView = z.strictObject({
  graphId: text,
  nodeId: text,
  name: text,
  edgeIds: listOf(text).nullable(),
  reason: textOrNull,
}) satisfies z.ZodType<KnownPlaceView>

/** The value of one parameter in a call. */
export const Argument = z.union([text, z.number(), z.boolean(), z.null()])
export type Argument = z.infer<typeof Argument>

const CallResult = z.strictObject({
  function: text,
  args: z.record(text, Argument),
  result: z.enum(['applied', 'refused']),
  reason: text.optional(),
  /** The author's words for it, and for what followed. */
  narrations: listOf(text),
  /** What the function does, in its author's words. */
  description: text,
  /** Its main action. */
  action: textOrNull,
  rolls: listOf(RollView),
  /** The place to which it moved the player; null if it did not. */
  movedTo: textOrNull,
})
export type CallResult = z.infer<typeof CallResult>

/** The key of the input in the provider options of a call. */
export const NARRATOR_INPUT_KEY = 'narrator'

/** Everything the built-in narrator knows about a turn. */
export const NarratorInput = z.strictObject({
  /** The story now, rebuilt before every step of the turn. */
  view: View,
  /** The story at the start of this turn; null on the opening. */
  before: View.nullable(),
  /** The player's message of this turn; null on the opening. */
  message: textOrNull,
  /** The player did what the message says by a call of their own, so nothing more is read out of it. */
  isDone: z.boolean().exactOptional(),
  /**
   * The player's messages of the turns just before in which this narrator called nothing, in order: the message of
   * this turn may answer a question that they left open.
   */
  openMessages: listOf(text),
  /** From 0. It selects the phrasing, so a turn always reads the same. */
  turn: z.int().nonnegative(),
  /** The author's words for the opening, or for what happened at the end of the turn. */
  narrations: listOf(text),
  /** The results of the calls of this turn so far, in order. */
  results: listOf(CallResult),
  /** Ids of the nodes that were current at the end of an earlier turn: these places have been described. */
  describedNodeIds: listOf(text),
  /** The places where the player has been, with the path to each from the current place. */
  knownPlaces: listOf(PlaceView),
  /** The previous node of each graph that has moved, by the id of the graph. */
  cameFrom: z.record(text, text),
  /** The last answers of the story, oldest first: what they say is not said again at once. */
  recentTexts: listOf(text),
  /** The speaker who gave the last answer; null before the first one. */
  lastSpeakerId: textOrNull,
})
export type NarratorInput = z.infer<typeof NarratorInput>
