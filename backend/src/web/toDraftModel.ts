import { findModelConfig } from '../db/models/modelConfigQueries.ts'
import type { Database } from '../db/database.ts'
import type { ModelConfig, ModelRecipe } from '../models/modelConfig.ts'
import { addressOf, originOf } from '../models/address/addressOf.ts'
import type { DraftModel } from '../models/draftModel.ts'
import type { ModelLists } from '../models/list/modelLists.ts'
import { type ModelKeys, decryptModelHeaders, decryptModelKey } from '../models/keys/modelKey.ts'
import { restoreMasked } from '../models/keys/headerSecrets.ts'
import { ModelConfigNotFoundError } from '../models/modelErrors.ts'
import { createNearestModels } from '../models/list/nearestModels.ts'
import { createRedactor } from '../models/keys/redactor.ts'
import { providers } from '../models/providers/providers.ts'
import type { ModelConfigDraft } from './schemas/modelConfig.ts'

/** Without a key in the form, the stored key of the config is used, at the host that it belongs to. */
export async function toDraftModel(
  { id, name, apiKey, ...input }: ModelConfigDraft,
  { db, modelLists, ...keys }: ModelKeys & { readonly db: Database; readonly modelLists: ModelLists },
): Promise<DraftModel> {
  const { provider, modelName, baseUrl, exactAddress, inOnePiece, ...parameters } = input
  const stored = await findStored(db, id, input)
  const storedHeaders = stored && decryptModelHeaders(stored, keys)
  const extraHeaders = restoreMasked(parameters.extraHeaders, storedHeaders)
  const recipe: ModelRecipe = {
    provider,
    modelName,
    baseUrl,
    exactAddress,
    inOnePiece,
    parameters: { ...parameters, extraHeaders },
  }
  const address = addressOf(recipe)
  const host = address === null ? null : new URL(address.baseUrl).host
  const usedKey = apiKey === undefined ? storedKey(stored, recipe, keys) : (apiKey?.key ?? null)
  return {
    recipe,
    apiKey: usedKey,
    address,
    snapshot: { configName: name === '' ? modelName : name, provider, requestedModel: modelName, host, parameters: {} },
    redact: createRedactor({
      apiKey: usedKey,
      extraHeaders,
      names: [providers[provider].label, provider, modelName],
    }),
    nearestModels: createNearestModels(modelLists, {
      ...recipe.parameters,
      provider,
      modelName,
      apiKey: usedKey,
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

function storedKey(stored: ModelConfig | null, recipe: ModelRecipe, keys: ModelKeys): string | null {
  if (stored === null) return keys.environmentKeys.find(recipe)
  return decryptModelKey({ ...recipe, id: stored.id, sealedKey: stored.sealedKey }, keys)
}
