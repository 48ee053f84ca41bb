import { endpointPattern, fixedPaths } from '../address/addressShape.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { plainPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import { createChatCompatible } from './shared/chatCompatible.ts'
import { bearerHeaders } from './shared/hostedServer.ts'

export const openaiCompatible: Provider = {
  label: 'Other server (OpenAI-compatible)',
  server: {
    presetBaseUrl: null,
    baseUrlRequired: true,
    apiKey: { required: false, variables: [], environmentOrigin: null, url: null },
    address: {
      endpoints: endpointPattern(),
      completePath: (path) => (/\/v\d+(beta|alpha)?$/.test(path) ? path : `${path}/v1`),
      paths: fixedPaths('/models', '/chat/completions'),
    },
    requestHeaders: bearerHeaders,
    modelIdField: 'id',
    cutPromptRemedy: () => "Load the model with a larger context window in the server's own settings.",
  },
  parameters: { unsupported: ['topK'] },
  prompt: { ...plainPrompt, returnsReasoning: 'with-calls' },
  failureRules: [],
  toCallOptions: ({ parameters }) => toCommonOptions(parameters),
  createModel: (access) => createChatCompatible('openai-compatible', access),
}
