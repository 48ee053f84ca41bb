import { parseJson } from '../../json.ts'
import { Prices } from '../../models/prices/prices.ts'
import type { Database } from '../tables.ts'

/** The prices that a person has entered for a model config; null if there are none. */
export async function findModelPrices(db: Database, modelConfigId: string): Promise<Prices | null> {
  const row = await db
    .selectFrom('modelPrice')
    .select('prices')
    .where('modelConfigId', '=', modelConfigId)
    .executeTakeFirst()
  return row === undefined ? null : (Prices.safeParse(parseJson(row.prices)).data ?? null)
}

export async function saveModelPrices(db: Database, modelConfigId: string, prices: Prices): Promise<void> {
  const row = { prices: JSON.stringify(prices) }
  await db
    .insertInto('modelPrice')
    .values({ modelConfigId, ...row })
    .onConflict((conflict) => conflict.column('modelConfigId').doUpdateSet(row))
    .execute()
}

export async function deleteModelPrices(db: Database, modelConfigId: string): Promise<void> {
  await db.deleteFrom('modelPrice').where('modelConfigId', '=', modelConfigId).execute()
}
