import type { Database, RequestModelRow } from '../tables.ts'

/** The number under which a model is stored, which the first of its requests adds. */
export async function getRequestModel(db: Database, model: Omit<RequestModelRow, 'id'>): Promise<number> {
  const { modelConfigId, label, provider, modelName, host } = model
  const found = await db
    .selectFrom('requestModel')
    .select('id')
    .where('modelConfigId', 'is not distinct from', modelConfigId)
    .where('label', '=', label)
    .where('provider', '=', provider)
    .where('modelName', '=', modelName)
    .where('host', '=', host)
    .limit(1)
    .executeTakeFirst()
  if (found !== undefined) return found.id
  const added = await db
    .insertInto('requestModel')
    .values({ modelConfigId, label, provider, modelName, host })
    .returning('id')
    .executeTakeFirstOrThrow()
  return added.id
}
