import { sql } from 'kysely'

import { PROVIDERS } from '../../providers.ts'
import type { Database, ModelConfigRow } from '../tables.ts'
import { toConnectionTest } from './connectionTest.ts'
import type { ListedModelConfig, ModelConfig } from '../../models/modelConfig.ts'
import { toModelConfig, toModelConfigRow } from './modelConfigRow.ts'

export async function insertModelConfig(db: Database, config: ModelConfig): Promise<void> {
  await db.insertInto('modelConfig').values(toModelConfigRow(config)).execute()
}

/** Leaves its place in the list alone. Returns whether it was as it had been read. */
export async function updateModelConfigRow(db: Database, config: ModelConfig, readAt: string): Promise<boolean> {
  const { id, position, createdAt, ...change } = toModelConfigRow(config)
  const { numUpdatedRows } = await db
    .updateTable('modelConfig')
    .set(change)
    .where('id', '=', id)
    .where('updatedAt', '=', readAt)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Sessions that chose it have then chosen none. Returns whether there was one. */
export async function deleteModelConfigRow(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('modelConfig').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export async function findModelConfig(db: Database, id: string): Promise<ModelConfig | undefined> {
  const row = await db.selectFrom('modelConfig').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toModelConfig(row)
}

/** The chosen one, or else the first of the list. */
export async function findUsableModelConfig(db: Database, chosenId: string | null): Promise<ModelConfig | undefined> {
  const chosen = chosenId === null ? undefined : await findModelConfig(db, chosenId)
  if (chosen !== undefined) return chosen
  const rows = await db.selectFrom('modelConfig').selectAll().orderBy(inOrder).execute()
  return rows.flatMap((row) => toModelConfig(row) ?? [])[0]
}

/** In the order of their user, then by creation; or the one that is named. */
export async function listModelConfigs(db: Database, id?: string): Promise<readonly ListedModelConfig[]> {
  const rows = await db
    .selectFrom('modelConfig')
    .leftJoin('session', 'session.modelConfigId', 'modelConfig.id')
    .leftJoin('connectionTest', 'connectionTest.modelConfigId', 'modelConfig.id')
    .$if(id !== undefined, (query) => query.where('modelConfig.id', '=', id ?? ''))
    .selectAll('modelConfig')
    .select('connectionTest.result as lastTest')
    .select((select) => select.fn.count<number>('session.id').as('sessionCount'))
    .groupBy(['modelConfig.id', 'connectionTest.result'])
    .orderBy(inOrder)
    .execute()
  return rows.flatMap(({ sessionCount, lastTest, ...row }) => {
    const config = toModelConfig(row)
    return config === undefined ? [] : [{ ...config, sessionCount, lastTest: toConnectionTest(lastTest) }]
  })
}

/** Those of a newer version of the app, which this one cannot use. */
export async function listUnsupportedConfigs(
  db: Database,
): Promise<readonly Pick<ModelConfigRow, 'id' | 'name' | 'provider'>[]> {
  return db
    .selectFrom('modelConfig')
    .select(['id', 'name', 'provider'])
    .where('provider', 'not in', PROVIDERS)
    .orderBy(inOrder)
    .execute()
}

/** Puts the named ones first, in this order. */
export async function orderModelConfigs(db: Database, ids: readonly string[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('modelConfig').set({ position: null }).execute()
    for (const [position, id] of ids.entries()) {
      await transaction.updateTable('modelConfig').set({ position }).where('id', '=', id).execute()
    }
  })
}

const inOrder = sql`model_config.position is null, model_config.position, model_config.created_at, model_config.id`
