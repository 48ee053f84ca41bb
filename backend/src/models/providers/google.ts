import { googleContent } from '../dialects/googleContent.ts'
import { withDialect } from '../dialects/withDialect.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { reasoningPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { modelPathOf, refuseModelPath } from './shared/modelPath.ts'
import { packageSettings } from './shared/packageSettings.ts'

const GEMINI_2_5 = 'Not supported by Gemini 2.5.'

export const google: Provider = {
  label: 'Google Gemini',
  server: {
    ...hostedServer({
      presetBaseUrl: 'https://generativelanguage.googleapis.com/v1beta',
      keyVariables: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY', 'GOOGLE_API_KEY'],
      keyUrl: 'https://aistudio.google.com/apikey',
      completePath: (path) => `${path.replace(/\/(v1beta|v1)(\/openai)?$/, '')}/v1beta`,
      paths: () => ({
        listPath: '/models?pageSize=1000',
        chatPath: (model) => `/${modelPathOf(model)}:streamGenerateContent?alt=sse`,
      }),
    }),
    requestHeaders: (apiKey): Record<string, string> => (apiKey === null ? {} : { 'x-goog-api-key': apiKey }),
    refuseModelName: refuseModelPath,
    modelIdField: 'name',
  },
  parameters: {
    unsupported: [],
    limitations: { presencePenalty: GEMINI_2_5, frequencyPenalty: GEMINI_2_5 },
  },
  prompt: reasoningPrompt,
  failureRules: [
    { code: 'invalid-key', says: /API_KEY_INVALID|API key (not valid|expired)/i },
    { code: 'rate-limited', status: [429], when: ({ retryAfterSeconds }) => retryAfterSeconds !== null },
    { code: 'no-credit', status: [429], says: /billing|prepay|credits/i },
    { code: 'model-not-found', status: [404], says: /NOT_FOUND/ },
    { code: 'context-too-long', says: /input token count/i },
  ],
  toCallOptions: ({ parameters }) => toCommonOptions(parameters),
  async createModel({ modelName, ...access }) {
    const { createGoogle } = await import('@ai-sdk/google')
    return withDialect(googleContent, access.fetch, (fetch) =>
      createGoogle(packageSettings(access, fetch))(modelPathOf(modelName)),
    )
  },
}
