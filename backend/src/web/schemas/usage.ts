import { z } from 'zod'

import { PRICE_SOURCES, Prices } from '../../models/prices/prices.ts'
import { Id, Timestamp } from './common.ts'

export const Cost = z
  .object({
    amount: z.number(),
    currency: z.string().describe('ISO 4217'),
    source: z.enum(PRICE_SOURCES).describe('Whose prices: your own, the provider’s list, or the table of this version'),
  })
  .meta({ id: 'Cost' })
export type Cost = z.infer<typeof Cost>

const Sum = z.object({ amount: z.number(), currency: z.string() })

const Counted = {
  requests: z.int(),
  turns: z.int(),
  inputTokens: z.number(),
  cachedTokens: z.number().describe('Part of the input tokens, read from a cache'),
  outputTokens: z.number(),
  uncounted: z.int().describe('Requests whose tokens the provider did not report; they are missing in the sums'),
  costs: z.array(Sum).describe('One for each currency: amounts are only added within one'),
}

export const UsageTotals = z.object(Counted).meta({ id: 'UsageTotals' })
export type UsageTotals = z.infer<typeof UsageTotals>

const Day = z.iso.date().describe('In the time zone of the server')

export const UsageQuery = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  modelConfigId: Id.optional(),
})

/** What was used, including the requests of sessions that were deleted. */
export const UsageReport = z
  .object({
    total: UsageTotals,
    days: z.array(z.object({ day: Day, ...Counted })).describe('Oldest first; days without requests are left out'),
    models: z
      .array(
        z.object({
          modelConfigId: Id.nullable(),
          model: z.object({ label: z.string(), provider: z.string(), modelName: z.string(), host: z.string() }),
          ...Counted,
        }),
      )
      .describe('Most requests first'),
  })
  .meta({ id: 'UsageReport' })
export type UsageReport = z.infer<typeof UsageReport>

/** What the answers of a session used, in their order. */
export const SessionUsage = z
  .object({
    total: UsageTotals,
    answers: z.array(
      z.object({
        messageId: Id,
        modelConfigId: Id.nullable(),
        startedAt: Timestamp,
        requests: z.int(),
        freshTokens: z.number().nullable().describe('Input that was not read from a cache; null if not reported'),
        cachedTokens: z.number().nullable().describe('Null if not reported'),
        outputTokens: z.number().nullable(),
        cost: z.array(Sum),
        cut: z
          .string()
          .nullable()
          .describe('Why a part of its input was not cached, if older turns were left out here'),
        notices: z.array(z.string()).describe('What was wrong with what the provider reported'),
      }),
    ),
    others: z
      .array(z.object({ purpose: z.string(), ...Counted }))
      .describe('What summaries and other requests of the session used'),
  })
  .meta({ id: 'SessionUsage' })
export type SessionUsage = z.infer<typeof SessionUsage>

export const SessionUsageList = z
  .object({
    data: z.array(z.object({ sessionId: Id, title: z.string(), updatedAt: Timestamp, ...Counted })),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'SessionUsageList' })
export type SessionUsageList = z.infer<typeof SessionUsageList>

export const EstimateQuery = z.strictObject({ gamebookId: z.string().min(1).max(200), modelConfigId: Id })

/** What the next turn will use, about. */
export const UsageEstimate = z
  .object({
    inputTokens: z.int(),
    outputTokens: z.int().describe('What an answer of this model usually has'),
    cost: Cost.nullable().describe('Null for a model without known prices'),
  })
  .meta({ id: 'UsageEstimate' })
export type UsageEstimate = z.infer<typeof UsageEstimate>

export const ModelPrices = z
  .object({
    prices: Prices.nullable().describe('The prices that count; null if none are known'),
    source: z.enum(PRICE_SOURCES).nullable(),
    own: Prices.nullable().describe('The prices that were entered'),
    tableDate: z.string().describe('When the prices of the table were written down: they may have changed since'),
    page: z.url().nullable().describe('Where the provider shows its prices'),
  })
  .meta({ id: 'ModelPrices' })
export type ModelPrices = z.infer<typeof ModelPrices>
