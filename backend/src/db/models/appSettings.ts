import { KeptRequests } from '../../requests/keptRequests.ts'
import type { Database } from '../tables.ts'

const KEPT_REQUESTS = 'kept-requests'

/** How long the text of requests is kept. */
export async function readKeptRequests(db: Database): Promise<KeptRequests> {
  const row = await db.selectFrom('appSetting').select('value').where('name', '=', KEPT_REQUESTS).executeTakeFirst()
  return KeptRequests.catch('30-days').parse(row?.value)
}

export async function saveKeptRequests(db: Database, value: KeptRequests): Promise<void> {
  await db
    .insertInto('appSetting')
    .values({ name: KEPT_REQUESTS, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
