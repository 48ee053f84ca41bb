import { findModelConfig } from '../db/models/modelConfigQueries.ts'
import type { Database } from '../db/database.ts'
import type { Narrator } from '../engine/narrator.ts'
import { addressOf, originOf } from '../modelAddress/addressOf.ts'
import type { ResolvedAddress } from '../modelAddress/resolveAddress.ts'
import type { ModelLists } from '../modelList/modelLists.ts'
import type { ModelRecipe } from './modelFactory.ts'
import { type ModelKeys, openModelKey } from './modelKey.ts'
import { ModelConfigNotFoundError } from './modelErrors.ts'
import { createNearestModels } from './nearestModels.ts'
import { createSecretHider } from './secretHider.ts'
import type { ModelConfigDraft } from './schemas/modelConfig.ts'

/** A form as it stands, ready to be asked. */
export interface DraftModel {
  readonly recipe: ModelRecipe
  readonly apiKey: string | null
  /** Null for the built-in narrator. */
  readonly address: ResolvedAddress | null
  readonly snapshot: Narrator['snapshot']
  readonly hideSecrets: Narrator['hideSecrets']
  readonly nearestModels: Narrator['nearestModels']
}

/** Without a key of its own, the stored key of the config is used, at the host that it is bound to. */
export async function toDraftModel(
  { id, name, apiKey, ...input }: ModelConfigDraft,
  { db, modelLists, ...keys }: ModelKeys & { readonly db: Database; readonly modelLists: ModelLists },
): Promise<DraftModel> {
  const { provider, modelName, baseUrl, exactAddress, inOnePiece, ...parameters } = input
  const recipe: ModelRecipe = { provider, modelName, baseUrl, exactAddress, inOnePiece, parameters }
  const address = addressOf(recipe)
  const host = address === null ? null : new URL(address.baseUrl).host
  const usedKey = apiKey === undefined ? await storedKey(id, recipe, { db, ...keys }) : (apiKey?.key ?? null)
  return {
    recipe,
    apiKey: usedKey,
    address,
    snapshot: { configName: name === '' ? modelName : name, provider, requestedModel: modelName, host, parameters: {} },
    hideSecrets: createSecretHider({ apiKey: usedKey, extraHeaders: parameters.extraHeaders }),
    nearestModels: createNearestModels(modelLists, { provider, modelName, apiKey: usedKey, address }),
  }
}

async function storedKey(
  id: string | undefined,
  recipe: ModelRecipe,
  { db, ...keys }: ModelKeys & { readonly db: Database },
): Promise<string | null> {
  if (id === undefined) return keys.environmentKeys.find(recipe)
  const stored = await findModelConfig(db, id)
  if (stored === undefined) throw new ModelConfigNotFoundError()
  const isSameHost = originOf(stored) === originOf(recipe)
  return isSameHost
    ? openModelKey({ ...recipe, id, sealedKey: stored.sealedKey }, keys)
    : keys.environmentKeys.find(recipe)
}
