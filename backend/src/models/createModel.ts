import type { LanguageModelV4 } from '@ai-sdk/provider'

import { addressOf } from './address/addressOf.ts'
import type { ModelRecipe } from './modelConfig.ts'
import { withOptionalFields } from './optionalFields/withOptionalFields.ts'
import { listSetFields } from './parameters/fieldNames.ts'
import { createRequestMask } from './keys/requestMask.ts'
import type { ModelAccess } from './provider.ts'
import { providers } from './providers/providers.ts'
import { createNodeFetch } from './transport/nodeFetch.ts'
import { withRequestObserver } from './transport/requestObserver.ts'
import { findTimeLimits } from './transport/timeLimits.ts'
import { withExtraRequestFields } from './transport/withExtraRequestFields.ts'

export type CreateModel = typeof createModelFromDbConfig

/** The language model that a model config describes. Sends no request. */
export async function createModelFromDbConfig(config: ModelRecipe, apiKey: string | null): Promise<LanguageModelV4> {
  const { server, createModel } = providers[config.provider]
  const baseURL = addressOf(config)?.baseUrl ?? ''
  const limits = findTimeLimits(baseURL, config.timeouts)
  const names = [providers[config.provider].label, config.provider, config.modelName]
  const mask = createRequestMask({ ...config.parameters, apiKey, names })
  const wrapFetch: ModelAccess['wrapFetch'] = (fetch) =>
    withOptionalFields(
      withExtraRequestFields(withRequestObserver(fetch, mask), config.parameters),
      listSetFields(config.parameters),
    )
  const model = await createModel({
    modelName: config.modelName,
    baseURL,
    apiKey: apiKey ?? '',
    fetch: wrapFetch(createNodeFetch({ limits })),
    limits,
    wrapFetch,
  })
  return config.inOnePiece && server !== null ? withoutStreaming(model) : model
}

async function withoutStreaming(model: LanguageModelV4): Promise<LanguageModelV4> {
  const { simulateStreamingMiddleware, wrapLanguageModel } = await import('ai')
  return wrapLanguageModel({ model, middleware: simulateStreamingMiddleware() })
}
