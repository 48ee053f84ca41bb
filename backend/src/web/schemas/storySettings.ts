import { NARRATION_LIMITS } from '@llm-gamebook/story'
import { z } from 'zod'

import { DRIFT_CHECKS, MEMORY_MODES } from '../../sessions/sessionSettings.ts'
import { Id, StoredId } from './common.ts'
import { isVisible, toOneLine } from './visibleText.ts'

const Choices = {
  person: z.enum(['first', 'second', 'third']).nullable().describe('Null: second person'),
  tense: z.enum(['present', 'past']).nullable().describe('Null: present tense'),
  length: z
    .int()
    .min(NARRATION_LIMITS.length.min)
    .max(NARRATION_LIMITS.length.max)
    .nullable()
    .describe('About how many words an answer has'),
  dialogue: z.enum(['little', 'some', 'much']).nullable(),
  memory: z
    .enum(MEMORY_MODES)
    .describe(
      '`full`: as much of the story as fits, with a journal and a summary of the rest; `journal`: without the summary; `off`: the whole story, even if it does not fit',
    ),
  driftCheck: z
    .enum(DRIFT_CHECKS)
    .describe(
      '`mark`: passages of answers that differ from the state of the story are marked; `repair`: an answer with a mark is written once more before it is shown; `off`: no check',
    ),
}

/** Null is the default of the gamebook. */
export const StorySettings = z
  .object({
    ...Choices,
    language: z.string().nullable().describe("Null: the gamebook's language"),
    tone: z.string().nullable(),
    content: z.string().nullable().describe('What the story leaves out or goes easy on'),
    summaryModelConfigId: StoredId.nullable().describe('The model that writes summaries; null for that of the session'),
  })
  .meta({ id: 'StorySettings' })
export type StorySettings = z.infer<typeof StorySettings>

const freeText = (max: number) =>
  z
    .string()
    .overwrite(toOneLine)
    .max(max)
    .transform((text) => (isVisible(text) ? text : null))
    .nullable()

/** Omitted settings stay unchanged. */
export const StorySettingsUpdate = z
  .strictObject({
    ...Choices,
    language: freeText(NARRATION_LIMITS.language),
    tone: freeText(NARRATION_LIMITS.tone),
    content: freeText(NARRATION_LIMITS.content),
    summaryModelConfigId: Id.nullable(),
  })
  .partial()
  .meta({ id: 'StorySettingsUpdate', examples: [{ person: 'third', tense: 'past', length: 120 }] })
export type StorySettingsUpdate = z.infer<typeof StorySettingsUpdate>

/** A setting that the author of the gamebook has made: a player's choice has no effect. */
export const FixedSetting = z
  .object({
    key: z.enum(['person', 'tense', 'length', 'language', 'tone', 'content', 'dialogue']),
    text: z.string().describe("The author's text, in one line"),
  })
  .meta({ id: 'FixedSetting' })
