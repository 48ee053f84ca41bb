import { sql } from 'kysely'

import type { StoredRequest } from '../../requests/storedRequest.ts'
import { localDay } from '../../usage/localDay.ts'
import { compileOnce } from '../compileOnce.ts'
import type { Database, UsageDayRow } from '../tables.ts'

/** The statement that adds a request to what was used on its day. It outlives the request. */
export function createUsageWrite(db: Database) {
  return compileOnce(
    (row: UsageDayRow) =>
      db
        .insertInto('usageDay')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'modelConfigId', 'provider', 'host', 'modelName', 'currency'])
            .doUpdateSet(({ ref }) => ({
              label: ref('excluded.label'),
              requests: sql<number>`usage_day.requests + excluded.requests`,
              turns: sql<number>`usage_day.turns + excluded.turns`,
              uncounted: sql<number>`usage_day.uncounted + excluded.uncounted`,
              inputTokens: sql<number>`usage_day.input_tokens + excluded.input_tokens`,
              cachedTokens: sql<number>`usage_day.cached_tokens + excluded.cached_tokens`,
              outputTokens: sql<number>`usage_day.output_tokens + excluded.output_tokens`,
              cost: sql<number>`usage_day.cost + excluded.cost`,
            })),
        ),
    (row) => Object.values(row),
  )
}

/** The columns have one order, because a statement that was built with one row takes the values of others. */
export function toUsageDay(request: StoredRequest): UsageDayRow {
  const { startedAt, modelConfigId, model, usage, cost, currency, purpose, step, outcome } = request
  const hasText = request.bytes > 0 && outcome !== 'failed'
  return {
    day: localDay(startedAt),
    modelConfigId: modelConfigId ?? '',
    provider: model.provider,
    host: model.host,
    modelName: model.modelName,
    currency: currency ?? '',
    label: model.label,
    requests: 1,
    turns: purpose === 'turn' && step === 1 && outcome !== 'failed' ? 1 : 0,
    uncounted: hasText && usage === null ? 1 : 0,
    inputTokens: usage?.inputTokens ?? 0,
    cachedTokens: usage?.cachedInputTokens ?? 0,
    outputTokens: usage?.outputTokens ?? 0,
    cost: cost ?? 0,
  }
}

export interface UsageFilter {
  /** Days, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly modelConfigId?: string | undefined
}

/** Oldest first. */
export async function listUsageDays(
  db: Database,
  { from, to, modelConfigId }: UsageFilter,
): Promise<readonly UsageDayRow[]> {
  return db
    .selectFrom('usageDay')
    .selectAll()
    .$if(from !== undefined, (query) => query.where('day', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('day', '<=', to ?? ''))
    .$if(modelConfigId !== undefined, (query) => query.where('modelConfigId', '=', modelConfigId ?? ''))
    .orderBy('day')
    .execute()
}
