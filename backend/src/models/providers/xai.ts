import { fixedPaths, withV1 } from '../address/addressShape.ts'
import { openaiResponses } from '../dialects/openaiResponses.ts'
import { withDialect } from '../dialects/withDialect.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { namedCache } from '../promptCache/promptCache.ts'
import { reasoningPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { packageSettings } from './shared/packageSettings.ts'

export const xai: Provider = {
  label: 'xAI',
  server: hostedServer({
    presetBaseUrl: 'https://api.x.ai/v1',
    keyVariables: ['XAI_API_KEY'],
    keyUrl: 'https://console.x.ai',
    completePath: withV1,
    paths: fixedPaths('/models', '/responses'),
  }),
  parameters: { unsupported: ['presencePenalty', 'frequencyPenalty'] },
  prompt: { ...reasoningPrompt, cache: namedCache('xai') },
  failureRules: [
    { code: 'invalid-key', status: [400], says: /API key/i },
    { code: 'no-credit', says: /credits|spending limit/i },
    { code: 'context-too-long', says: /prompt length/i },
  ],
  // Without storage: no other key or host could read what one account stored.
  toCallOptions: ({ parameters }) => ({ ...toCommonOptions(parameters), providerOptions: { xai: { store: false } } }),
  async createModel({ modelName, ...access }) {
    const { createXai } = await import('@ai-sdk/xai')
    return withDialect(openaiResponses, access.fetch, (fetch) => createXai(packageSettings(access, fetch))(modelName))
  },
}
