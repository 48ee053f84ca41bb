import { fixedPaths, withV1 } from '../address/addressShape.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { reasoningPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import type { EventNormalizer, ResponseNormalizer } from '../transport/normalizeResponses.ts'
import { onlyOf, typeOf, withoutError } from '../transport/responseData.ts'
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
    unsupported: ['contextWindow', 'presencePenalty', 'frequencyPenalty', 'seed'],
    limitations: {
      temperature: NEWER_CLAUDE,
      topK: NEWER_CLAUDE,
      topP: `Only without a temperature. ${NEWER_CLAUDE}`,
    },
  },
  prompt: reasoningPrompt,
  failureRules: [
    { code: 'no-credit', says: /billing_error|credit balance/i },
    { code: 'model-not-found', status: [404], says: /not_found_error/ },
    { code: 'context-too-long', says: /prompt is too long|request_too_large/i },
  ],
  toCallOptions: ({ parameters }) => toCommonOptions(parameters),
  async createModel({ modelName, ...access }) {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic(packageSettings(access, normalizer))(modelName)
  },
}

const EVENTS: ReadonlySet<string> = new Set([
  'message_start',
  'message_delta',
  'message_stop',
  'content_block_start',
  'content_block_delta',
  'content_block_stop',
  'ping',
])
const BLOCKS: ReadonlySet<string> = new Set(['text', 'thinking', 'redacted_thinking', 'tool_use'])
const DELTAS: ReadonlySet<string> = new Set(['text_delta', 'thinking_delta', 'signature_delta', 'input_json_delta'])

/** Drops all that can't be part of a story: the package reports an error for anything newer than itself. */
const normalizeEvent: EventNormalizer = (event) => {
  if ('error' in event) return event
  const type = typeOf(event)
  if (!EVENTS.has(type)) return null
  if (type === 'content_block_start') return BLOCKS.has(typeOf(event['content_block'])) ? event : null
  if (type === 'content_block_delta') return DELTAS.has(typeOf(event['delta'])) ? event : null
  return event
}

const normalizer: ResponseNormalizer = {
  event: normalizeEvent,
  whole: (answer) => ({ ...withoutError(answer), content: onlyOf(answer['content'], BLOCKS) }),
}
