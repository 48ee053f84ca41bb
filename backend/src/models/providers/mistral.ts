import { fixedPaths, withV1 } from '../address/addressShape.ts'
import { chatCompletions, type ChatForm } from '../dialects/chatCompletions.ts'
import { withDialect } from '../dialects/withDialect.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { namedCache } from '../promptCache/promptCache.ts'
import { plainPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { packageSettings } from './shared/packageSettings.ts'

export const mistral: Provider = {
  label: 'Mistral',
  server: hostedServer({
    presetBaseUrl: 'https://api.mistral.ai/v1',
    keyVariables: ['MISTRAL_API_KEY'],
    keyUrl: 'https://console.mistral.ai',
    completePath: withV1,
    paths: fixedPaths('/models', '/chat/completions'),
  }),
  parameters: {
    unsupported: ['topK'],
    limitations: { reasoningEffort: 'Only "none" or "high".' },
  },
  prompt: { ...plainPrompt, cache: namedCache('mistral') },
  failureRules: [
    { code: 'model-not-found', says: /invalid_model|invalid model/i },
    { code: 'context-too-long', says: /too large for model/i },
  ],
  toCallOptions: ({ parameters }) => toCommonOptions(parameters),
  async createModel({ modelName, ...access }) {
    const { createMistral } = await import('@ai-sdk/mistral')
    return withDialect(chatCompletions(form), access.fetch, (fetch) =>
      createMistral(packageSettings(access, fetch))(modelName),
    )
  },
}

/** The package reads reasoning only as a part of the content. */
const thinking = (text: string) => ({ type: 'thinking', thinking: [{ type: 'text', text }] })

const form: ChatForm = {
  reasoning: (text) => ({ content: [thinking(text)] }),
  whole: (text, reasoning) => ({
    content: reasoning === '' ? text : [thinking(reasoning), { type: 'text', text }],
  }),
  readsDetails: false,
}
