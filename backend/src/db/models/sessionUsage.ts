import type { Used } from '../../usage/addUp.ts'
import type { Database } from '../tables.ts'

/** What the requests of these sessions used, for each session and currency. */
export async function sumSessionUsage(
  db: Database,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Used[]>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('sentRequest')
    .innerJoin('requestOwner', 'requestOwner.id', 'sentRequest.ownerId')
    .select(['sessionId', 'currency'])
    .select(({ fn, eb, case: when }) => [
      fn.countAll<number | string>().as('requests'),
      fn
        .sum<number | string>(
          when()
            .when(eb.and([eb('purpose', '=', 'turn'), eb('step', '=', 1), eb('outcome', '!=', 'failed')]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('turns'),
      fn
        .sum<number | string>(
          when()
            .when(
              eb.and([
                eb('bytes', '>', 0),
                eb('outcome', '!=', 'failed'),
                eb('inputTokens', 'is', null),
                eb('outputTokens', 'is', null),
              ]),
            )
            .then(1)
            .else(0)
            .end(),
        )
        .as('uncounted'),
      fn.sum<number | string | null>('inputTokens').as('inputTokens'),
      fn.sum<number | string | null>('cachedTokens').as('cachedTokens'),
      fn.sum<number | string | null>('outputTokens').as('outputTokens'),
      fn.sum<number | string | null>('cost').as('cost'),
    ])
    .where('sessionId', 'in', sessionIds)
    .groupBy(['sessionId', 'currency'])
    .execute()
  // PostgreSQL sums integers to numbers that its driver reads as texts.
  const used = rows.map(({ sessionId, currency, ...sums }) => ({
    sessionId: sessionId ?? '',
    currency: currency ?? '',
    requests: Number(sums.requests),
    turns: Number(sums.turns),
    uncounted: Number(sums.uncounted),
    inputTokens: Number(sums.inputTokens ?? 0),
    cachedTokens: Number(sums.cachedTokens ?? 0),
    outputTokens: Number(sums.outputTokens ?? 0),
    cost: Number(sums.cost ?? 0),
  }))
  return Map.groupBy(used, ({ sessionId }) => sessionId)
}
