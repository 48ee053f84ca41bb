import { z } from 'zod'

import { fixedPaths, withV1 } from '../address/addressShape.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { reasoningPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import type { ResponseNormalizer } from '../transport/normalizeResponses.ts'
import { onlyOf, withoutError } from '../transport/responseData.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { packageSettings } from './shared/packageSettings.ts'
import { RESPONSE_ITEMS } from './shared/responseItems.ts'

const NOT_REASONING = 'Not supported by reasoning models.'

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
    unsupported: ['contextWindow', 'topK', 'presencePenalty', 'frequencyPenalty', 'seed'],
    limitations: {
      temperature: NOT_REASONING,
      topP: NOT_REASONING,
      reasoningEffort: 'For reasoning models only.',
    },
  },
  prompt: reasoningPrompt,
  failureRules: [],
  // Without storage: no other key or host could read what one account stored.
  toCallOptions: ({ parameters }) => ({
    ...toCommonOptions(parameters),
    providerOptions: { openai: { store: false } },
  }),
  async createModel({ modelName, ...access }) {
    const { createOpenAI } = await import('@ai-sdk/openai')
    return createOpenAI(packageSettings(access, normalizer))(modelName)
  },
}

const FailedResponse = z.object({
  type: z.literal('response.failed'),
  response: z.object({ error: z.looseObject({ message: z.string() }).nullish() }),
})

const normalizer: ResponseNormalizer = {
  // A failed response becomes an error event, which carries the provider's message.
  event(event) {
    const { error } = FailedResponse.safeParse(event).data?.response ?? {}
    return error == null ? event : { type: 'error', sequence_number: 0, error: { type: 'server_error', ...error } }
  },
  whole: (answer) => ({ ...withoutError(answer), output: onlyOf(answer['output'], RESPONSE_ITEMS) }),
}
