import { sql } from 'kysely'

import { PROVIDERS } from '../../providers.ts'
import type { Database, ModelConfigRow } from '../tables.ts'
import { toConnectionTest } from './connectionTest.ts'
import type { ListedModelConfig, ModelConfig } from '../../models/modelConfig.ts'
import { toModelConfig, toModelConfigRow } from './modelConfigRow.ts'

export async function insertModelConfig(db: Database, config: ModelConfig): Promise<void> {
  await db.insertInto('modelConfig').values(toModelConfigRow(config)).execute()
}

/** Keeps its position. Returns false, and changes nothing, if the config was changed after `readAt`. */
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

/** Clears the choice of its sessions. Returns whether the config existed. */
export async function deleteModelConfigRow(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('modelConfig').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export async function findModelConfig(db: Database, id: string): Promise<ModelConfig | undefined> {
  const row = await db.selectFrom('modelConfig').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toModelConfig(row)
}

/** The chosen config; the first of the list if it was deleted or none is chosen. */
export async function findUsableModelConfig(db: Database, chosenId: string | null): Promise<ModelConfig | undefined> {
  const chosen = chosenId === null ? undefined : await findModelConfig(db, chosenId)
  if (chosen !== undefined) return chosen
  const rows = await db.selectFrom('modelConfig').selectAll().orderBy(inOrder).execute()
  return rows.flatMap((row) => toModelConfig(row) ?? [])[0]
}

/** All configs in the user's order, then by creation; with `id`, only that one. */
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

/** The configs whose provider only a newer version of the app knows. */
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

/** Puts the configs of `ids` first, in this order. */
export async function orderModelConfigs(db: Database, ids: readonly string[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('modelConfig').set({ position: null }).execute()
    for (const [position, id] of ids.entries()) {
      await transaction.updateTable('modelConfig').set({ position }).where('id', '=', id).execute()
    }
  })
}

const inOrder = sql`model_config.position is null, model_config.position, model_config.created_at, model_config.id`
