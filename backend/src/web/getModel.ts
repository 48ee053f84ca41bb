import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { ModelConfig } from '../models/modelConfig.ts'
import { findModelConfig, findUsableModelConfig } from '../db/models/modelConfigQueries.ts'
import { findRefusedParameters, saveRefusedParameter } from '../db/models/refusedParameter.ts'
import type { Narrator } from '../models/narrator.ts'
import { addressOf } from '../models/address/addressOf.ts'
import { type ModelParameters, PARAMETER_NAMES, withoutParameters } from '../models/parameters/modelParameters.ts'
import type { ModelLists } from '../models/list/modelLists.ts'
import { providers } from '../models/providers/providers.ts'
import { toCallOptions } from '../models/parameters/toCallOptions.ts'
import { ModelConfigNotFoundError, NoModelError } from './modelErrors.ts'
import type { CreateModel } from './modelFactory.ts'
import { type ModelKeys, decryptModelHeaders, decryptModelKey } from '../models/keys/modelKey.ts'
import { createNearestModels } from '../models/list/nearestModels.ts'
import { createRedactor } from '../models/keys/redactor.ts'

export interface ModelSources extends ModelKeys {
  readonly db: Database
  readonly createModel: CreateModel
  readonly modelLists: ModelLists
  readonly clock: Pick<Clock, 'now'>
}

export interface ModelChoice {
  /** The choice of the session; if it was deleted, the first config is the fallback. */
  readonly chosenId: string | null
  /** The choice for this turn only, without a fallback. */
  readonly askedId?: string | undefined
}

/** The narrator of a session's next turn. Throws `ModelConfigNotFoundError`, `NoModelError`, `UnreadableKeyError`. */
export async function getModel(sources: ModelSources, choice: ModelChoice): Promise<Narrator> {
  const { db, createModel, modelLists, clock } = sources
  const config = await getConfig(db, choice)
  const { provider, modelName } = config
  const address = addressOf(config)
  const baseUrl = address?.baseUrl ?? null
  const host = baseUrl === null ? null : new URL(baseUrl).host
  const refusedRows = host === null ? [] : await findRefusedParameters(db, { provider, host, modelName })
  const names = PARAMETER_NAMES.filter((name) => refusedRows.some(({ parameter }) => parameter === name))
  const extraHeaders = decryptModelHeaders(config, sources)
  const allParameters = { ...config.parameters, extraHeaders }
  const parameters = withoutParameters(allParameters, names)
  const apiKey = decryptModelKey(config, sources)
  return {
    prompt: providers[provider].prompt,
    model: await createModel({ ...config, parameters: allParameters }, apiKey),
    modelConfigId: config.id,
    snapshot: {
      configName: config.name,
      provider,
      requestedModel: modelName,
      host,
      parameters: toSnapshot(parameters),
    },
    callOptions: (refused) =>
      toCallOptions({ provider, parameters: withoutParameters(parameters, refused), baseUrl: baseUrl ?? '' }),
    redact: createRedactor({ apiKey, extraHeaders }),
    nearestModels: createNearestModels(modelLists, { provider, modelName, apiKey, address }),
    onRefused: (parameter, reason) => {
      const row = { provider, host: host ?? '', modelName, parameter, reason, refusedAt: clock.now() }
      saveRefusedParameter(db, row).catch(() => {})
    },
  }
}

async function getConfig(db: Database, { chosenId, askedId }: ModelChoice): Promise<ModelConfig> {
  if (askedId !== undefined) {
    const asked = await findModelConfig(db, askedId)
    if (asked === undefined) throw new ModelConfigNotFoundError()
    return asked
  }
  const usable = await findUsableModelConfig(db, chosenId)
  if (usable === undefined) throw new NoModelError()
  return usable
}

/** The parameters that are sent, without headers, whose values may be secret. */
function toSnapshot({ extraHeaders, ...parameters }: ModelParameters): Narrator['snapshot']['parameters'] {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null))
}
