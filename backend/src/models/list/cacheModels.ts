import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { CreateModel } from '../../web/modelFactory.ts'

/** As many configs as are in use at once. */
const MAX_REMEMBERED = 32

/** Makes each model once: its parts are checked and compiled at its first use, which a player would wait for. */
export function cacheModels(createModel: CreateModel): CreateModel {
  const remembered = new Map<string, Promise<LanguageModelV4>>()
  return (recipe, apiKey) => {
    const { provider, modelName, baseUrl, exactAddress, inOnePiece, parameters } = recipe
    const key = JSON.stringify([provider, modelName, baseUrl, exactAddress, inOnePiece, parameters, apiKey])
    const known = remembered.get(key)
    if (known !== undefined) return known
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    const model = createModel(recipe, apiKey)
    remembered.set(key, model)
    model.catch(() => remembered.delete(key))
    return model
  }
}
