import { z } from 'zod'

import { MAX_SOURCE_BYTES } from '../../gamebooks/gamebookFile.ts'
import { withAnyText } from './anyText.ts'
import { Title } from './common.ts'

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
    isProven: z.boolean().describe('False if the search was incomplete'),
  })
  .meta({ id: 'Finding' })

export const GamebookCheckResponse = z
  .object({
    findings: z.array(FindingResponse),
    explored: z
      .object({
        states: z.int(),
        isWhole: z.boolean(),
        endings: z.array(
          z.object({
            title: z.string(),
            kind: z.enum(['good', 'bad', 'neutral']),
            steps: z.int().nullable().describe('The least number of calls; null if no path was found'),
          }),
        ),
      })
      .nullable()
      .describe('Null for a gamebook with errors'),
  })
  .meta({ id: 'GamebookCheck' })
export type GamebookCheckResponse = z.infer<typeof GamebookCheckResponse>

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
