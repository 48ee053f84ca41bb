import type { LanguageModelV4 } from '@ai-sdk/provider'

import { chatCompletions } from '../../dialects/chatCompletions.ts'
import { withDialect } from '../../dialects/withDialect.ts'
import type { ModelAccess } from '../../provider.ts'
import { readChatDelta } from '../../transport/chatDelta.ts'
import { withTextFastPath } from '../../transport/withTextFastPath.ts'
import { plainForm } from './chatForms.ts'
import { packageSettings } from './packageSettings.ts'
import { ReasoningFieldWatch, withReasoningField } from './reasoningField.ts'

/** A model of any server that speaks the chat completions of OpenAI. */
export async function createChatCompatible(
  name: 'ollama' | 'openai-compatible',
  access: ModelAccess,
): Promise<LanguageModelV4> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  const { modelName, limits, wrapFetch } = access
  return withTextFastPath({
    limits,
    readDelta: readChatDelta,
    createModel: (tapped) => {
      const watch = new ReasoningFieldWatch()
      const model = withDialect(chatCompletions(plainForm), watch.watch(wrapFetch(tapped)), (fetch) =>
        createOpenAICompatible({ name, includeUsage: true, ...packageSettings(access, fetch) })(modelName),
      )
      return withReasoningField(model, watch, name === 'ollama' ? 'reasoning' : 'reasoning_content')
    },
  })
}
