import type { ReportedWindows } from '../../models/contextWindow/reportedWindow.ts'
import type { Database } from '../tables.ts'

export const createReportedWindows = (db: Database): ReportedWindows => ({
  async find({ provider, host, modelName }) {
    const row = await db
      .selectFrom('reportedWindow')
      .select('tokens')
      .where('provider', '=', provider)
      .where('host', '=', host)
      .where('modelName', '=', modelName)
      .executeTakeFirst()
    return row?.tokens ?? null
  },
  async save({ provider, host, modelName }, tokens) {
    await db
      .insertInto('reportedWindow')
      .values({ provider, host, modelName, tokens })
      .onConflict((conflict) => conflict.columns(['provider', 'host', 'modelName']).doUpdateSet({ tokens }))
      .execute()
  },
})
