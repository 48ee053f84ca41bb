import { fixedPaths, withV1 } from '../address/addressShape.ts'
import { openaiResponses } from '../dialects/openaiResponses.ts'
import { withDialect } from '../dialects/withDialect.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { namedCache, type PromptCache } from '../promptCache/promptCache.ts'
import { reasoningPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { packageSettings } from './shared/packageSettings.ts'

const NOT_REASONING = 'Not supported by reasoning models.'

const cache: PromptCache = {
  ...namedCache('openai'),
  allowTools: (names) => ({ openai: { allowedTools: { toolNames: [...names], mode: 'auto' } } }),
}

export const openai: Provider = {
  label: 'OpenAI',
  server: hostedServer({
    presetBaseUrl: 'https://api.openai.com/v1',
    keyVariables: ['OPENAI_API_KEY'],
    keyUrl: 'https://platform.openai.com/api-keys',
    completePath: withV1,
    paths: fixedPaths('/models', '/responses'),
  }),
  parameters: {
    unsupported: ['topK', 'presencePenalty', 'frequencyPenalty', 'seed'],
    limitations: {
      temperature: NOT_REASONING,
      topP: NOT_REASONING,
      reasoningEffort: 'For reasoning models only.',
    },
  },
  prompt: { ...reasoningPrompt, cache },
  failureRules: [],
  // Without storage: no other key or host could read what one account stored.
  toCallOptions: ({ parameters }) => ({
    ...toCommonOptions(parameters),
    providerOptions: { openai: { store: false } },
  }),
  async createModel({ modelName, ...access }) {
    const { createOpenAI } = await import('@ai-sdk/openai')
    return withDialect(openaiResponses, access.fetch, (fetch) =>
      createOpenAI(packageSettings(access, fetch))(modelName),
    )
  },
}
