import type { Database } from '../../../db/database.ts'
import type { ModelConfig } from '../../../models/modelConfig.ts'
import { deleteRefusedParameter } from '../../../db/models/refusedParameter.ts'
import { hostOf } from '../../../models/address/addressOf.ts'
import type { ParameterName } from '../../../models/parameters/modelParameters.ts'

/** What a model once refused it may take today. */
export async function forgetRefusedParameter(
  db: Database,
  config: ModelConfig,
  parameter: ParameterName,
): Promise<void> {
  const { provider, modelName } = config
  const host = hostOf(config)
  if (host !== null) await deleteRefusedParameter(db, { provider, host, modelName, parameter })
}
