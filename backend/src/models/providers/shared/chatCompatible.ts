import type { LanguageModelV4 } from '@ai-sdk/provider'

import { chatCompletions } from '../../dialects/chatCompletions.ts'
import { withDialect } from '../../dialects/withDialect.ts'
import type { ModelAccess } from '../../provider.ts'
import { readChatDelta } from '../../transport/chatDelta.ts'
import { withTextFastPath } from '../../transport/withTextFastPath.ts'
import { plainForm } from './chatForms.ts'
import { packageSettings } from './packageSettings.ts'

/** A model of any server that speaks the chat completions of OpenAI. */
export async function createChatCompatible(name: string, access: ModelAccess): Promise<LanguageModelV4> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  const { modelName, limits, wrapFetch } = access
  return withTextFastPath({
    limits,
    readDelta: readChatDelta,
    createModel: (tapped) =>
      withDialect(chatCompletions(plainForm), wrapFetch(tapped), (fetch) =>
        createOpenAICompatible({ name, includeUsage: true, ...packageSettings(access, fetch) })(modelName),
      ),
  })
}
