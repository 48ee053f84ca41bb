import { z } from 'zod'

import { BenchmarkReport } from '../../benchmark/score/report.ts'
import { lastResults } from '../../benchmark/run/planRun.ts'
import { reportOn } from '../../benchmark/score/report.ts'
import { TurnError } from '../../messages/turnError.ts'
import { REPORT_STATUSES } from '../../db/models/modelReports.ts'
import type { ModelReport as Report } from '../modelReports/modelReports.ts'
import { Timestamp } from './common.ts'

export const ModelReport = z
  .object({
    status: z
      .enum([...REPORT_STATUSES, 'interrupted'])
      .describe('`interrupted`: it was running when the server stopped'),
    done: z.int().describe('Turns that were measured'),
    total: z.int(),
    startedAt: Timestamp,
    updatedAt: Timestamp,
    result: BenchmarkReport.describe('Of the turns so far'),
    error: TurnError.nullable().describe('Why the report failed'),
  })
  .meta({ id: 'ModelReport' })
export type ModelReport = z.infer<typeof ModelReport>

export const ModelReportState = z
  .object({ report: ModelReport.nullable().describe('null if the model was not measured') })
  .meta({ id: 'ModelReportState' })

export const ModelReportStart = z.strictObject({
  maxCost: z
    .number()
    .positive()
    .max(1_000_000)
    .nullable()
    .default(null)
    .describe("In the currency of the model's price; null for no limit"),
  resume: z.boolean().default(false).describe('Keep the turns that were measured before'),
})

export const ExpectedUse = z
  .object({
    turns: z.int(),
    requests: z.int(),
    inputTokens: z.int(),
    outputTokens: z.int(),
    cost: z.number().nullable().describe('null if the price is not known'),
    currency: z.string().nullable(),
  })
  .meta({ id: 'ExpectedUse' })

export function toModelReportResponse({ status, total, startedAt, updatedAt, turns, error }: Report): ModelReport {
  const results = lastResults(turns)
  const done = results.filter((result) => result.error === null).length
  return { status, done, total, startedAt, updatedAt, result: reportOn(results), error }
}
