import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { CreateModel } from './createModel.ts'

/** More configs than anyone uses at the same time. */
const MAX_MODELS = 32

/** Creates each model once: its first use compiles schemas, for which the player would wait. */
export function cacheModels(createModel: CreateModel): CreateModel {
  const cache = new Map<string, Promise<LanguageModelV4>>()
  return (recipe, apiKey) => {
    const { provider, modelName, baseUrl, exactAddress, inOnePiece, timeouts, parameters } = recipe
    const key = JSON.stringify([provider, modelName, baseUrl, exactAddress, inOnePiece, timeouts, parameters, apiKey])
    const known = cache.get(key)
    if (known !== undefined) return known
    if (cache.size >= MAX_MODELS) cache.clear()
    const model = createModel(recipe, apiKey)
    cache.set(key, model)
    model.catch(() => cache.delete(key))
    return model
  }
}
