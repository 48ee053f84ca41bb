import type { Clock } from '../../clock.ts'
import type { RejectedParameters } from '../../models/parameters/rejectedParameters.ts'
import { dropUnstorable } from '../../storableText.ts'
import type { Database, RefusedParameterRow } from '../tables.ts'

export function createRejectedParameters(db: Database, clock: Pick<Clock, 'now'>): RejectedParameters {
  return {
    find: async (model) => (await findRefusedParameters(db, model)).map(({ parameter }) => parameter),
    save: (model, parameter, reason) =>
      saveRefusedParameter(db, { ...model, parameter, reason: dropUnstorable(reason), refusedAt: clock.now() }),
  }
}

/** Saves that a model at a host rejected a parameter. The newest reason wins. */
export async function saveRefusedParameter(db: Database, row: RefusedParameterRow): Promise<void> {
  await db
    .insertInto('refusedParameter')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['provider', 'host', 'modelName', 'parameter'])
        .doUpdateSet({ reason: row.reason, refusedAt: row.refusedAt }),
    )
    .execute()
}

export async function deleteRefusedParameter(
  db: Database,
  { provider, host, modelName, parameter }: Pick<RefusedParameterRow, 'provider' | 'host' | 'modelName' | 'parameter'>,
): Promise<void> {
  await db
    .deleteFrom('refusedParameter')
    .where('provider', '=', provider)
    .where('host', '=', host)
    .where('modelName', '=', modelName)
    .where('parameter', '=', parameter)
    .execute()
}

export async function listRefusedParameters(db: Database): Promise<readonly RefusedParameterRow[]> {
  return db.selectFrom('refusedParameter').selectAll().execute()
}

export async function findRefusedParameters(
  db: Database,
  { provider, host, modelName }: Pick<RefusedParameterRow, 'provider' | 'host' | 'modelName'>,
): Promise<readonly RefusedParameterRow[]> {
  return db
    .selectFrom('refusedParameter')
    .selectAll()
    .where('provider', '=', provider)
    .where('host', '=', host)
    .where('modelName', '=', modelName)
    .execute()
}
