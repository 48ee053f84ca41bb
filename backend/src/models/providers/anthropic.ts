import { fixedPaths, withV1 } from '../address/addressShape.ts'
import { anthropicMessages } from '../dialects/anthropicMessages.ts'
import { withDialect } from '../dialects/withDialect.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { markedCache } from '../promptCache/promptCache.ts'
import { reasoningPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { packageSettings } from './shared/packageSettings.ts'

const NEWER_CLAUDE = 'Not supported by Claude Opus 4.7 and newer.'

export const anthropic: Provider = {
  label: 'Anthropic',
  server: {
    ...hostedServer({
      presetBaseUrl: 'https://api.anthropic.com/v1',
      keyVariables: ['ANTHROPIC_API_KEY'],
      keyUrl: 'https://platform.claude.com/settings/keys',
      completePath: withV1,
      paths: fixedPaths('/models?limit=1000', '/messages'),
    }),
    requestHeaders: (apiKey) => ({
      'anthropic-version': '2023-06-01',
      ...(apiKey !== null && { 'x-api-key': apiKey }),
    }),
  },
  parameters: {
    unsupported: ['presencePenalty', 'frequencyPenalty', 'seed'],
    limitations: {
      temperature: NEWER_CLAUDE,
      topK: NEWER_CLAUDE,
      topP: `Only without a temperature. ${NEWER_CLAUDE}`,
    },
  },
  prompt: { ...reasoningPrompt, cache: markedCache },
  failureRules: [
    { code: 'no-credit', says: /billing_error|credit balance/i },
    { code: 'model-not-found', status: [404], says: /not_found_error/ },
    { code: 'context-too-long', says: /prompt is too long|request_too_large/i },
  ],
  toCallOptions: ({ parameters }) => toCommonOptions(parameters),
  async createModel({ modelName, ...access }) {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return withDialect(anthropicMessages, access.fetch, (fetch) =>
      createAnthropic(packageSettings(access, fetch))(modelName),
    )
  },
}
