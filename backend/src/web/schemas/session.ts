import { MAX_START_ANSWER } from '@llm-gamebook/story'
import { z } from 'zod'

import { Id, PageQuery, Timestamp, Title } from './common.ts'
import { MessageResponse } from './message.ts'
import { Panel } from './panel.ts'
import { FixedSetting, StorySettings, StorySettingsUpdate } from './storySettings.ts'
import { Suggestion } from './suggestion.ts'
import { toOneLine } from './visibleText.ts'

const EndingKind = z.enum(['good', 'bad', 'neutral'])

/** Where a story ended. */
export const SessionEnding = z
  .object({ title: z.string(), kind: EndingKind, text: z.string().nullable() })
  .meta({ id: 'SessionEnding' })
export type SessionEnding = z.infer<typeof SessionEnding>

export const SessionSummary = z
  .object({
    id: Id,
    title: z.string(),
    gamebookId: z.string(),
    modelConfigId: Id.nullable(),
    messageCount: z.int(),
    place: z.string().nullable().describe("Name of the player's place"),
    endedAt: Timestamp.nullable(),
    ending: SessionEnding.nullable(),
    time: z.string().nullable().describe("Story time, such as 'Day 2, 14:05'; null for a gamebook without a clock"),
    narrator: z.string().nullable().describe('Who wrote the last answer'),
    createdAt: Timestamp,
    updatedAt: Timestamp,
    deletedAt: Timestamp.nullable().describe('Only in lists of deleted sessions'),
  })
  .meta({ id: 'SessionSummary' })
export type SessionSummary = z.infer<typeof SessionSummary>

/** The narrator that answers next; `fallback` if the chosen model config was deleted. */
export const SessionModel = z
  .object({ id: Id, name: z.string(), provider: z.string(), fallback: z.boolean() })
  .meta({ id: 'SessionModel' })
export type SessionModel = z.infer<typeof SessionModel>

const EarlierCursor = z
  .string()
  .nullable()
  .describe('Pass it as `before` to get the messages before these; null if there are none')

/** Messages of the story, oldest first. */
export const MessagePage = z
  .object({ data: z.array(MessageResponse), earlierCursor: EarlierCursor })
  .meta({ id: 'MessagePage' })
export type MessagePage = z.infer<typeof MessagePage>
export const MessagePageQuery = z.strictObject({
  before: z.string().min(1).max(200).describe('The `earlierCursor` of the session or of an earlier page'),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

/** A session with the end of the story so far: the path from the root to the head. */
export const SessionDetail = SessionSummary.extend({
  gamebookTitle: z.string(),
  language: z.string().describe("A BCP 47 tag: the language of the gamebook's texts"),
  gamebookFile: z
    .enum(['current', 'broken', 'missing'])
    .describe('`broken` or `missing`: the session is played with the version that was played last'),
  headId: Id.nullable(),
  messages: z
    .array(MessageResponse)
    .describe('The last 50 messages of the story, oldest first; fewer if they are long'),
  earlierCursor: EarlierCursor,
  redoId: Id.nullable().describe('The newest message below the head, for Redo'),
  modelConfig: SessionModel.nullable(),
  settings: StorySettings,
  fixedSettings: z.array(FixedSetting).describe('Settings that the author has fixed'),
  panel: Panel,
  suggestions: z
    .array(Suggestion)
    .describe('What can be done now, by group, then what is refused with a reason; empty while the narrator answers'),
  endings: z
    .object({ found: z.int(), total: z.int() })
    .describe('Endings of the gamebook that any session has reached'),
}).meta({ id: 'SessionDetail' })
export type SessionDetail = z.infer<typeof SessionDetail>

export const SessionList = z
  .object({
    data: z.array(SessionSummary),
    count: z.int().describe('Of all pages'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'SessionList' })
export const SessionQuery = PageQuery.extend({
  gamebookId: z.string().max(129).optional(),
  deleted: z.stringbool().optional().describe('List the deleted sessions that can be restored, last deleted first'),
})
export const SessionDeletion = z.strictObject({
  forever: z.stringbool().optional().describe('Delete it at once; it can not be restored'),
})
export const SessionMessageParams = z.strictObject({ id: Id, messageId: Id })
export const StateQuery = z.strictObject({ messageId: Id.optional() })

const QUESTIONS = 200

export const StartAnswer = z
  .strictObject({
    entityId: z.string().max(64),
    field: z.string().max(200),
    text: z.string().overwrite(toOneLine).max(MAX_START_ANSWER).describe('One line; empty keeps the suggestion'),
  })
  .meta({ id: 'StartAnswer' })

export const SessionCreate = z
  .strictObject({
    gamebookId: z.string().min(3).max(129),
    modelConfigId: Id.optional(),
    answers: z.array(StartAnswer).max(QUESTIONS).optional().describe('Answers to the `questions` of the gamebook'),
    settings: StorySettingsUpdate.optional().describe('Omitted ones are those of `GET /api/settings`'),
  })
  .meta({ id: 'SessionCreate', examples: [{ gamebookId: 'example/low-water' }] })
export const SessionUpdate = z
  .strictObject({
    title: Title.optional(),
    modelConfigId: Id.nullable().optional(),
    settings: StorySettingsUpdate.optional().describe('They take effect with the next turn'),
  })
  .meta({ id: 'SessionUpdate' })
export const HeadUpdate = z
  .strictObject({
    messageId: Id,
    /** Continue to the newest message below it, as when another answer is chosen. */
    descend: z.boolean().default(false),
  })
  .meta({ id: 'HeadUpdate' })
export const ForkCreate = z.strictObject({ messageId: Id }).meta({ id: 'ForkCreate' })

const JournalLine = z.object({ messageId: Id, line: z.string() })
export type JournalLine = z.infer<typeof JournalLine>

/** The state of the story as a player may know it. */
export const SessionState = z
  .object({
    ...Panel.shape,
    graphs: z.array(
      z.object({
        graphId: z.string(),
        graph: z.string().nullable(),
        nodeId: z.string(),
        node: z.string(),
        visited: z.array(z.string()),
      }),
    ),
    journal: z.array(JournalLine).describe('What the engine did, in the lines that the player saw: the last 1,000'),
    endings: z.object({ found: z.int(), total: z.int(), reached: z.array(z.string()) }),
  })
  .meta({ id: 'SessionState' })
