import { listUsageDays, type UsageFilter } from '../../../db/models/usageDays.ts'
import { addUp } from '../../../usage/addUp.ts'
import type { AppServices } from '../../appServices.ts'
import type { UsageReport } from '../../schemas/usage.ts'

/** What was used, by day and by model. */
export async function getUsage({ db }: Pick<AppServices, 'db'>, filter: UsageFilter): Promise<UsageReport> {
  const rows = await listUsageDays(db, filter)
  const days = Map.groupBy(rows, ({ day }) => day)
  const models = Map.groupBy(rows, ({ modelConfigId, provider, host, modelName }) =>
    JSON.stringify([modelConfigId, provider, host, modelName]),
  )
  return {
    total: addUp(rows),
    days: [...days].map(([day, used]) => ({ day, ...addUp(used) })),
    models: [...models.values()]
      .flatMap((used) => {
        const last = used.at(-1)
        if (last === undefined) return []
        const { modelConfigId, label, provider, modelName, host } = last
        return [
          {
            modelConfigId: modelConfigId === '' ? null : modelConfigId,
            model: { label, provider, modelName, host },
            ...addUp(used),
          },
        ]
      })
      .toSorted((one, other) => other.requests - one.requests),
  }
}
