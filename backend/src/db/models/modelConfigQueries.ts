import { sql } from 'kysely'

import { mapInSlices } from '../../inSlices.ts'
import { inBatches } from '../inBatches.ts'
import type { Database, ModelConfigRow } from '../tables.ts'
import { toConnectionTest } from './connectionTest.ts'
import type { ListedModelConfig, ModelConfig } from '../../models/modelConfig.ts'
import { isReadable, readModelConfig, toModelConfig, toModelConfigRow } from './modelConfigRow.ts'

/** Configs that are written before others get their turn. */
const AT_ONCE = 50

export async function insertModelConfig(db: Database, config: ModelConfig): Promise<void> {
  await db.insertInto('modelConfig').values(toModelConfigRow(config)).execute()
}

/** All of them or none. */
export async function insertModelConfigs(db: Database, configs: readonly ModelConfig[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for await (const batch of inBatches(configs, AT_ONCE)) {
      await transaction.insertInto('modelConfig').values(batch.map(toModelConfigRow)).execute()
    }
  })
}

/** Keeps its position. Returns false, and changes nothing, if the config was changed after its row had `revision`. */
export async function updateModelConfigRow(db: Database, config: ModelConfig, revision: string): Promise<boolean> {
  const { id, position, ...change } = toModelConfigRow(config)
  const { numUpdatedRows } = await db
    .updateTable('modelConfig')
    .set(change)
    .where('id', '=', id)
    .where('updatedAt', '=', revision)
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
    .leftJoin('session', (join) =>
      join.onRef('session.modelConfigId', '=', 'modelConfig.id').on('session.deletedAt', 'is', null),
    )
    .leftJoin('connectionTest', 'connectionTest.modelConfigId', 'modelConfig.id')
    .$if(id !== undefined, (query) => query.where('modelConfig.id', '=', id ?? ''))
    .selectAll('modelConfig')
    .select('connectionTest.result as lastTest')
    .select((select) => select.fn.count<number>('session.id').as('sessionCount'))
    .groupBy(['modelConfig.id', 'connectionTest.result'])
    .orderBy(inOrder)
    .execute()
  const listed = await mapInSlices(rows, ({ sessionCount, lastTest, ...row }): ListedModelConfig | undefined => {
    const read = readModelConfig(row)
    if (read === undefined) return undefined
    const { config, isDamaged } = read
    return { ...config, sessionCount, lastTest: toConnectionTest(lastTest), revision: row.updatedAt, isDamaged }
  })
  return listed.filter((config) => config !== undefined)
}

/** The configs that this version can't read, such as those of a provider that only a newer one knows. */
export async function listUnsupportedConfigs(
  db: Database,
): Promise<readonly Pick<ModelConfigRow, 'id' | 'name' | 'provider'>[]> {
  const rows = await db.selectFrom('modelConfig').select(['id', 'name', 'provider']).orderBy(inOrder).execute()
  return rows.filter((row) => !isReadable(row))
}

/** Puts the configs of `ids` first, in this order. */
export async function orderModelConfigs(db: Database, ids: readonly string[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('modelConfig').set({ position: null }).execute()
    for await (const batch of inBatches([...ids.entries()], AT_ONCE)) {
      for (const [position, id] of batch) {
        await transaction.updateTable('modelConfig').set({ position }).where('id', '=', id).execute()
      }
    }
  })
}

const inOrder = sql`model_config.position is null, model_config.position, model_config.created_at, model_config.id`
