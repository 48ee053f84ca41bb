import { fixedPaths } from '../address/addressShape.ts'
import { chatCompletions, type ChatForm } from '../dialects/chatCompletions.ts'
import { withDialect } from '../dialects/withDialect.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { routedMarkedCache } from '../promptCache/promptCache.ts'
import { type PromptRules, reasoningPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { packageSettings } from './shared/packageSettings.ts'

/** Also as the router's own aliases name it: `~anthropic/claude-sonnet-latest`. */
const CLAUDE = /^~?anthropic\//
const claudePrompt: PromptRules = { ...reasoningPrompt, cache: routedMarkedCache }

export const openrouter: Provider = {
  label: 'OpenRouter',
  server: hostedServer({
    presetBaseUrl: 'https://openrouter.ai/api/v1',
    keyVariables: ['OPENROUTER_API_KEY'],
    keyUrl: 'https://openrouter.ai/settings/keys',
    completePath: (path) => `${path.replace(/\/(api\/v1|api|v1)$/, '')}/api/v1`,
    paths: fixedPaths('/models', '/chat/completions'),
    keyCheckPath: '/key',
  }),
  parameters: {
    unsupported: [],
    limitations: { topK: 'Not supported by every model.' },
  },
  prompt: reasoningPrompt,
  promptOf: (modelName) => (CLAUDE.test(modelName) ? claudePrompt : reasoningPrompt),
  failureRules: [
    { code: 'model-not-found', says: /not a valid model ID|no endpoints found for|no allowed providers/i },
    { code: 'refused-parameters', says: /no endpoints found that support/i },
    { code: 'content-filtered', status: [403], says: /moderation|flagged/i },
  ],
  // The package ignores the common option for reasoning.
  toCallOptions({ parameters }) {
    const { reasoningEffort } = parameters
    const options = toCommonOptions({ ...parameters, reasoningEffort: null })
    if (reasoningEffort === null) return options
    const effort = reasoningEffort === 'max' ? 'xhigh' : reasoningEffort
    return { ...options, providerOptions: { openrouter: { reasoning: { effort } } } }
  },
  async createModel({ modelName, ...access }) {
    const { createOpenRouter } = await import('@openrouter/ai-sdk-provider')
    return withDialect(chatCompletions(form), access.fetch, (fetch) =>
      createOpenRouter(packageSettings(access, fetch)).chat(modelName),
    )
  },
}

/** The details of reasoning go back to OpenRouter. */
const form: ChatForm = {
  reasoning: (text) => ({ reasoning: text }),
  whole: (text, reasoning) => ({ content: text, ...(reasoning !== '' && { reasoning }) }),
  readsDetails: true,
}
