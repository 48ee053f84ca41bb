import { findModelConfig } from '../db/models/modelConfigQueries.ts'
import type { Database } from '../db/database.ts'
import { findRefusedParameters } from '../db/models/refusedParameter.ts'
import { findModelPrices } from '../db/models/modelPrices.ts'
import { findPrices } from '../models/prices/findPrices.ts'
import { createCutPromptFinder } from '../models/contextWindow/cutPromptFinder.ts'
import { toSnapshot } from '../models/createNarrator.ts'
import { createRequestOptions } from '../models/createRequestOptions.ts'
import type { ModelConfig, ModelRecipe } from '../models/modelConfig.ts'
import { addressOf, originOf } from '../models/address/addressOf.ts'
import { checkUsable } from '../models/checkUsable.ts'
import type { DraftModel } from '../models/draftModel.ts'
import type { ModelLists } from '../models/list/modelLists.ts'
import { type ModelKeys, decryptKeptSecrets } from '../models/keys/modelKey.ts'
import { ModelConfigNotFoundError } from '../models/modelErrors.ts'
import { findPromptRules } from '../models/findPromptRules.ts'
import { createNearestModels } from '../models/list/nearestModels.ts'
import { createRedactor } from '../models/keys/redactor.ts'
import { secretForms } from '../models/keys/secretForms.ts'
import { PARAMETER_NAMES, withoutParameters } from '../models/parameters/modelParameters.ts'
import { providers } from '../models/providers/providers.ts'
import type { ModelConfigDraft } from './schemas/modelConfig.ts'

/** Without a key in the form, the stored key of the config is used, at the host that it belongs to. */
export async function toDraftModel(
  { id, name, apiKey, ...input }: ModelConfigDraft,
  { db, modelLists, ...keys }: ModelKeys & { readonly db: Database; readonly modelLists: ModelLists },
): Promise<DraftModel> {
  const { provider, modelName, baseUrl, exactAddress, inOnePiece, toolStyle, timeouts, ...typed } = input
  const stored = await findStored(db, id, input)
  const typedKey = apiKey === undefined ? undefined : (apiKey?.key ?? null)
  const secrets = decryptKeptSecrets({ apiKey: typedKey, parameters: typed }, stored, input, keys)
  const recipe: ModelRecipe = {
    provider,
    modelName,
    baseUrl,
    exactAddress,
    inOnePiece,
    toolStyle,
    timeouts,
    parameters: secrets.parameters,
  }
  checkUsable(recipe)
  const address = addressOf(recipe)
  const host = address === null ? null : new URL(address.baseUrl).host
  const refused = host === null ? [] : await findRefusedParameters(db, { provider, host, modelName })
  const rejected = PARAMETER_NAMES.filter((name) => refused.some(({ parameter }) => parameter === name))
  const sent = withoutParameters(recipe.parameters, rejected)
  const ownPrices = id === undefined ? null : await findModelPrices(db, id)
  const hidden = {
    apiKey: secrets.apiKey,
    ...secrets.parameters,
    names: [providers[provider].label, provider, modelName],
  }
  return {
    recipe,
    modelConfigId: id ?? '',
    apiKey: secrets.apiKey,
    address,
    prompt: findPromptRules(provider, modelName),
    toolStyle,
    snapshot: {
      configName: name === '' ? modelName : name,
      provider,
      requestedModel: modelName,
      host,
      parameters: toSnapshot(sent),
    },
    createRequestOptions: () =>
      createRequestOptions(modelLists, { ...recipe, apiKey: secrets.apiKey, address, rejected }),
    redact: createRedactor(hidden),
    secretForms: secretForms(hidden),
    findPrices: () =>
      findPrices(modelLists, { ...recipe.parameters, provider, modelName, apiKey: secrets.apiKey, address }, ownPrices),
    ...createCutPromptFinder(modelLists.requests, {
      ...recipe.parameters,
      provider,
      modelName,
      apiKey: secrets.apiKey,
      address,
    }),
    nearestModels: createNearestModels(modelLists, {
      ...recipe.parameters,
      provider,
      modelName,
      apiKey: secrets.apiKey,
      address,
    }),
  }
}

/** The edited config, if the form still has the host that its secrets belong to. Throws `ModelConfigNotFoundError`. */
async function findStored(
  db: Database,
  id: string | undefined,
  input: Parameters<typeof originOf>[0],
): Promise<ModelConfig | null> {
  if (id === undefined) return null
  const stored = await findModelConfig(db, id)
  if (stored === undefined) throw new ModelConfigNotFoundError()
  return originOf(stored) === originOf(input) ? stored : null
}
