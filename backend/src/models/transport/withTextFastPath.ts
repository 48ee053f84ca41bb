import { AsyncLocalStorage } from 'node:async_hooks'

import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { ReadDelta } from './chatDelta.ts'
import { createNodeFetch, type NodeFetchOptions } from './nodeFetch.ts'
import { TextFastPath } from './textFastPath.ts'

export interface TextFastPathOptions extends Pick<NodeFetchOptions, 'limits'> {
  readonly readDelta: ReadDelta
  readonly createModel: (fetch: typeof globalThis.fetch) => LanguageModelV4
}

/** A model of a provider's package whose plain words take the short way past it, from the socket to the reader. */
export function withTextFastPath({ createModel, readDelta, limits }: TextFastPathOptions): LanguageModelV4 {
  const shortcuts = new AsyncLocalStorage<TextFastPath>()
  const findTap = () => {
    const shortcut = shortcuts.getStore()
    return shortcut && ((piece: Buffer) => shortcut.take(piece))
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
      const shortcut = new TextFastPath(readDelta)
      const { stream, ...rest } = await shortcuts.run(shortcut, () => model.doStream(options))
      return { ...rest, stream: shortcut.merge(stream) }
    },
  }
}
