import { z } from 'zod'

import { fixedPaths, withV1 } from '../address/addressShape.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { reasoningPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import type { EventData, EventNormalizer, ResponseNormalizer } from '../transport/normalizeResponses.ts'
import { isObject, onlyOf, throwBareError, typeOf, withoutError, withoutNulls } from '../transport/responseData.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { packageSettings } from './shared/packageSettings.ts'
import { RESPONSE_ITEMS } from './shared/responseItems.ts'

export const xai: Provider = {
  label: 'xAI',
  server: hostedServer({
    presetBaseUrl: 'https://api.x.ai/v1',
    keyVariables: ['XAI_API_KEY'],
    keyUrl: 'https://console.x.ai',
    completePath: withV1,
    paths: fixedPaths('/models', '/responses'),
  }),
  parameters: { unsupported: ['contextWindow', 'presencePenalty', 'frequencyPenalty'] },
  prompt: reasoningPrompt,
  failureRules: [
    { code: 'invalid-key', status: [400], says: /API key/i },
    { code: 'no-credit', says: /credits|spending limit/i },
    { code: 'context-too-long', says: /prompt length/i },
  ],
  // Without storage: no other key or host could read what one account stored.
  toCallOptions: ({ parameters }) => ({ ...toCommonOptions(parameters), providerOptions: { xai: { store: false } } }),
  async createModel({ modelName, ...access }) {
    const { createXai } = await import('@ai-sdk/xai')
    return createXai(packageSettings(access, normalizer))(modelName)
  },
}

const EVENTS =
  /^(error|response\.(created|in_progress|completed|done|incomplete|failed|output_item\..*|content_part\..*|output_text\.(delta|done)|reasoning_(summary_)?(part|text)\..*|function_call_arguments\..*))$/

/** Drops all that can't be part of a story, and null fields. A refusal becomes text. */
const normalizeEvent: EventNormalizer = (event) => {
  throwBareError(event)
  const type = typeOf(event)
  const { item, response } = event
  if (type === 'response.refusal.delta') return { ...event, type: 'response.output_text.delta' }
  if (!EVENTS.test(type)) return null
  if (type.startsWith('response.output_item.')) {
    return isObject(item) && RESPONSE_ITEMS.has(typeOf(item))
      ? withoutNulls({ ...event, item: normalizeItem(item) })
      : null
  }
  return withoutNulls(isObject(response) ? { ...event, response: { ...response, output: [] } } : event)
}

function normalizeItem(item: EventData): EventData {
  const { id, call_id: callId, content } = item
  const parts = Array.isArray(content) ? content.map(refusalToText) : content
  return { status: 'completed', ...withoutNulls({ ...item, id: id ?? callId, content: parts }) }
}

function normalizeItems(list: unknown): unknown {
  const items = onlyOf(list, RESPONSE_ITEMS)
  return Array.isArray(items) ? items.map((item: unknown) => (isObject(item) ? normalizeItem(item) : item)) : items
}

const Refusal = z.object({ type: z.literal('refusal'), refusal: z.string() })

function refusalToText(part: unknown): unknown {
  const { data } = Refusal.safeParse(part)
  return data === undefined ? part : { type: 'output_text', text: data.refusal }
}

const normalizer: ResponseNormalizer = {
  event: normalizeEvent,
  whole: (answer) => ({ ...withoutError(answer), output: normalizeItems(answer['output']) }),
}
