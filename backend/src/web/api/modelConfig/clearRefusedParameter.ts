import type { Database } from '../../../db/database.ts'
import type { ModelConfig } from '../../../models/modelConfig.ts'
import { deleteRefusedParameter } from '../../../db/models/refusedParameter.ts'
import { hostOf } from '../../../models/address/addressOf.ts'
import type { ParameterName } from '../../../models/parameters/modelParameters.ts'

/** From now on, the parameter is sent again. */
export async function clearRefusedParameter(
  db: Database,
  config: ModelConfig,
  parameter: ParameterName,
): Promise<void> {
  const { provider, modelName } = config
  const host = hostOf(config)
  if (host !== null) await deleteRefusedParameter(db, { provider, host, modelName, parameter })
}
