import type { ListedModelConfig } from '../../../models/modelConfig.ts'
import { listRefusedParameters } from '../../../db/models/refusedParameter.ts'
import type { Database, RefusedParameterRow } from '../../../db/tables.ts'
import { mapInSlices } from '../../../inSlices.ts'
import { hostOf } from '../../../models/address/addressOf.ts'
import type { ModelConfigResponse } from '../../schemas/modelConfig.ts'
import type { SavedModelConfig } from './crud.ts'
import { type KeySources, toModelConfigResponse } from '../../schemas/toModelConfigResponse.ts'

export interface ModelConfigPresenter {
  all(saved: readonly SavedModelConfig[]): Promise<ModelConfigResponse[]>
  one(config: ListedModelConfig, notes?: readonly string[]): Promise<ModelConfigResponse>
}

/** Model configs in the form of the API, with the parameters that their models reject. */
export function createPresenter({ db, ...keys }: KeySources & { readonly db: Database }): ModelConfigPresenter {
  return {
    async all(saved) {
      const rows = await listRefusedParameters(db)
      return mapInSlices(saved, ({ config, notes }) =>
        toModelConfigResponse(config, keys, { notes, refusedParameters: refusedBy(config, rows) }),
      )
    },
    async one(config, notes = []) {
      const refusedParameters = refusedBy(config, await listRefusedParameters(db))
      return toModelConfigResponse(config, keys, { notes, refusedParameters })
    },
  }
}

function refusedBy(config: ListedModelConfig, rows: readonly RefusedParameterRow[]): readonly RefusedParameterRow[] {
  const host = hostOf(config)
  return rows.filter(
    ({ provider, host: refusedAt, modelName }) =>
      provider === config.provider && refusedAt === host && modelName === config.modelName,
  )
}
