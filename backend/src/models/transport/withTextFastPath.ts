import { AsyncLocalStorage } from 'node:async_hooks'

import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { ReadDelta } from './chatDelta.ts'
import { createNodeFetch, type NodeFetchOptions } from './nodeFetch.ts'
import { TextFastPath } from './textFastPath.ts'

export interface TextFastPathOptions extends Pick<NodeFetchOptions, 'limits'> {
  readonly readDelta: ReadDelta
  readonly createModel: (fetch: typeof globalThis.fetch) => LanguageModelV4
}

/** A model of a provider's package whose text deltas bypass the package on their way to the reader. */
export function withTextFastPath({ createModel, readDelta, limits }: TextFastPathOptions): LanguageModelV4 {
  const fastPaths = new AsyncLocalStorage<TextFastPath>()
  const findTap = () => {
    const fastPath = fastPaths.getStore()
    return fastPath && ((piece: Buffer) => fastPath.take(piece))
  }
  const model = createModel(createNodeFetch({ findTap, ...(limits !== undefined && { limits }) }))
  return {
    specificationVersion: model.specificationVersion,
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: (options) => model.doGenerate(options),
    async doStream(options) {
      if (options.includeRawChunks === true) return model.doStream(options)
      const fastPath = new TextFastPath(readDelta)
      const { stream, ...rest } = await fastPaths.run(fastPath, () => model.doStream(options))
      return { ...rest, stream: fastPath.merge(stream) }
    },
  }
}
