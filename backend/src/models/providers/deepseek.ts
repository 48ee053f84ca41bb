import { fixedPaths } from '../address/addressShape.ts'
import { chatCompletions } from '../dialects/chatCompletions.ts'
import { withDialect } from '../dialects/withDialect.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { reasoningPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import { plainForm } from './shared/chatForms.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { packageSettings } from './shared/packageSettings.ts'

const WHILE_THINKING = 'Ignored while thinking is on, which is the default.'

export const deepseek: Provider = {
  label: 'DeepSeek',
  server: hostedServer({
    presetBaseUrl: 'https://api.deepseek.com',
    keyVariables: ['DEEPSEEK_API_KEY'],
    keyUrl: 'https://platform.deepseek.com/api_keys',
    completePath: (path) => path.replace(/\/v1$/, ''),
    paths: fixedPaths('/models', '/chat/completions'),
  }),
  parameters: {
    unsupported: ['topK', 'presencePenalty', 'frequencyPenalty', 'seed'],
    limitations: { temperature: WHILE_THINKING, topP: WHILE_THINKING },
  },
  // DeepSeek accepts strict tools only at its beta URL, and its package rejects them elsewhere.
  prompt: { ...reasoningPrompt, strictTools: false },
  failureRules: [
    { code: 'no-credit', says: /insufficient balance/i },
    { code: 'model-not-found', status: [400], says: /supported API model names|model not exist/i },
  ],
  toCallOptions: ({ parameters }) => toCommonOptions(parameters),
  async createModel({ modelName, ...access }) {
    const { createDeepSeek } = await import('@ai-sdk/deepseek')
    return withDialect(chatCompletions(plainForm), access.fetch, (fetch) =>
      createDeepSeek(packageSettings(access, fetch))(modelName),
    )
  },
}
