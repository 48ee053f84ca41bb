import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { ModelAccess } from '../../provider.ts'
import { readChatDelta } from '../../transport/chatDelta.ts'
import { withTextFastPath } from '../../transport/withTextFastPath.ts'
import { compatibleNormalizer } from './chatNormalizer.ts'
import { packageSettings } from './packageSettings.ts'

/** A model of any server that speaks the chat completions of OpenAI. */
export async function createChatCompatible(name: string, access: ModelAccess): Promise<LanguageModelV4> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  const { modelName, limits, wrapFetch } = access
  return withTextFastPath({
    limits,
    readDelta: readChatDelta,
    createModel: (fetch) => {
      const settings = packageSettings({ ...access, fetch: wrapFetch(fetch) }, compatibleNormalizer)
      return createOpenAICompatible({ name, includeUsage: true, ...settings })(modelName)
    },
  })
}
