import { z } from 'zod'

import { MAX_SOURCE_BYTES } from '../../gamebooks/gamebookFile.ts'
import { withAnyText } from './anyText.ts'
import { Problem, Title } from './common.ts'
import { FixedSetting } from './storySettings.ts'

export const DiagnosticResponse = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    file: z.string(),
    line: z.int(),
    column: z.int(),
    path: z.string(),
    message: z.string(),
    hint: z.string(),
    related: z.array(z.object({ line: z.int(), column: z.int(), message: z.string() })),
  })
  .meta({ id: 'Diagnostic' })

export const GamebookParams = z.strictObject({ namespace: z.string().max(64), name: z.string().max(64) })
export type GamebookParams = z.infer<typeof GamebookParams>

export const GamebookSummary = z
  .object({
    id: z.string().describe('namespace/name'),
    source: z.enum(['example', 'local']).describe('Shipped with the app, or in your folder'),
    title: z.string(),
    description: z.string().nullable(),
    author: z.string().nullable(),
    language: z.string().describe("A BCP 47 tag: the language of the gamebook's texts"),
    hasImage: z.boolean(),
    playable: z.boolean(),
    errorCount: z.int(),
    warningCount: z.int(),
    sessionCount: z.int(),
    endings: z.object({ found: z.int(), total: z.int() }),
  })
  .meta({ id: 'GamebookSummary' })
export type GamebookSummary = z.infer<typeof GamebookSummary>

const StartQuestion = z
  .object({
    entityId: z.string(),
    field: z.string(),
    label: z.string(),
    suggestion: z.string().describe('The value if the answer is empty'),
    maxLength: z.int(),
    values: z.array(z.string()).nullable().describe('The possible answers; null if any text is allowed'),
  })
  .meta({ id: 'StartQuestion' })

export const GamebookDetail = GamebookSummary.extend({
  contentWarnings: z.array(z.string()).describe('What players should know before they start'),
  license: z.string().nullable(),
  questions: z.array(StartQuestion).describe('Questions for the player before the first page'),
  fixedSettings: z.array(FixedSetting).describe('Settings that the author has fixed'),
  diagnostics: z.array(DiagnosticResponse),
  endingTitlesFound: z.array(z.string()).describe('Titles of the endings that any session has reached'),
  endingsFound: z.array(z.string()).meta({ deprecated: true, description: 'Use `endingTitlesFound`' }),
}).meta({ id: 'GamebookDetail' })

export type GamebookDetail = z.infer<typeof GamebookDetail>

export const FindingResponse = z
  .object({
    code: z.string(),
    severity: z.enum(['warning', 'note']),
    line: z.int(),
    column: z.int(),
    path: z.string(),
    message: z.string(),
    hint: z.string(),
    witness: z.array(z.string()).nullable().describe('The shortest calls that reproduce it; null if it never happens'),
    steps: z
      .array(z.object({ first: z.int(), last: z.int(), text: z.string() }))
      .nullable()
      .describe('The same, each with the numbers of its first and last call'),
    isProven: z.boolean().describe('Whether it is certain: the status is proven or shown'),
    status: z
      .enum(['proven', 'shown', 'not-known', 'guess'])
      .describe('What the checker knows about it; a guess is a rule about how a gamebook is written, not a proof'),
    statusText: z.string().describe('The same in words; if it is not known, why, and what would help'),
  })
  .meta({ id: 'Finding' })

/** Without a name in the API: version 0.1.0 has it where it is used. */
const EndingResponse = z.object({
  nodeId: z.string(),
  title: z.string(),
  kind: z.enum(['good', 'bad', 'neutral']),
  steps: z.int().nullable().describe('The number of calls of a path to it; null if no path was found'),
  isShortest: z.boolean().describe('Whether no path has fewer calls'),
  status: z.enum(['proven', 'shown', 'not-known']).describe("Proven: it can't be reached"),
  text: z.string().describe('The same in words, to follow the title'),
})
export type EndingResponse = z.infer<typeof EndingResponse>

const OpenGroup = z
  .object({ questions: z.array(z.string()), others: z.int(), reasons: z.string() })
  .meta({ id: 'OpenQuestions' })

export const GamebookCheckResponse = z
  .object({
    diagnostics: z.array(DiagnosticResponse).describe('Errors and warnings of the file that was checked'),
    findings: z.array(FindingResponse),
    explored: z
      .object({
        states: z.int(),
        isWhole: z.boolean(),
        endings: z.array(EndingResponse),
      })
      .nullable()
      .describe('Null for a gamebook with errors'),
    summary: z
      .object({
        states: z.int(),
        calls: z.int(),
        milliseconds: z.number(),
        questions: z.int().describe('What the checker asked about the gamebook'),
        decided: z.int().describe('How many of the questions have an answer'),
        headline: z.string(),
        effort: z.string(),
        open: z.array(z.string()).describe('What is not known, why, and what would help'),
        openGroups: z
          .array(OpenGroup)
          .describe('The same in parts: the first open questions with the same reasons, and how many others there are'),
      })
      .nullable()
      .describe('Null for a gamebook with errors'),
  })
  .meta({ id: 'GamebookCheck' })
export type GamebookCheckResponse = z.infer<typeof GamebookCheckResponse>

export const CheckProgressResponse = z
  .object({
    states: z.int(),
    share: z
      .number()
      .nullable()
      .describe('The share of the questions that are decided or open, from 0 to 1; null if they are not counted yet'),
    text: z.string().describe('The progress in words, with the time spent and the time limit'),
  })
  .meta({ id: 'CheckProgress' })

export const CheckLine = z.union([CheckProgressResponse, GamebookCheckResponse, Problem]).meta({ id: 'CheckLine' })

export const GamebookList = z.object({ data: z.array(GamebookSummary), count: z.int() }).meta({ id: 'GamebookList' })
export const GamebookQuery = z.strictObject({ source: z.enum(['example', 'local']).optional() })

const Yaml = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= MAX_SOURCE_BYTES, 'The file can have at most 2 MiB.')

// Diagnostics say where a source has characters that it may not have.
export const GamebookCreate = withAnyText(
  z.strictObject({ title: Title, yaml: Yaml.optional() }).meta({ id: 'GamebookCreate' }),
)
export const GamebookSource = withAnyText(z.strictObject({ yaml: Yaml }).meta({ id: 'GamebookSource' }))
