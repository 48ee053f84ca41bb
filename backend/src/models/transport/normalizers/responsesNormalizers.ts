import { z } from 'zod'

import type { EventData, ResponseNormalizer, EventNormalizer } from '../normalizeResponses.ts'
import { isObject, onlyOf, throwBareError, typeOf, withoutError, withoutNulls } from './answerData.ts'

/** A response that failed is told as an error is, with its words. */
const mendOpenAiEvent: EventNormalizer = (event) => {
  const { error } = FailedResponse.safeParse(event).data?.response ?? {}
  return error == null ? event : { type: 'error', sequence_number: 0, error: { type: 'server_error', ...error } }
}

/** Only what can be part of a story is passed on. A refusal is words, and fields that hold nothing are left out. */
const mendXaiEvent: EventNormalizer = (event) => {
  throwBareError(event)
  const type = typeOf(event)
  const { item, response } = event
  if (type === 'response.refusal.delta') return { ...event, type: 'response.output_text.delta' }
  if (!XAI_EVENTS.test(type)) return null
  if (type.startsWith('response.output_item.')) {
    return isObject(item) && RESPONSE_ITEMS.has(typeOf(item)) ? withoutNulls({ ...event, item: mendItem(item) }) : null
  }
  return withoutNulls(isObject(response) ? { ...event, response: { ...response, output: [] } } : event)
}

const FailedResponse = z.object({
  type: z.literal('response.failed'),
  response: z.object({ error: z.looseObject({ message: z.string() }).nullish() }),
})

const XAI_EVENTS =
  /^(error|response\.(created|in_progress|completed|done|incomplete|failed|output_item\..*|content_part\..*|output_text\.(delta|done)|reasoning_(summary_)?(part|text)\..*|function_call_arguments\..*))$/
const RESPONSE_ITEMS: ReadonlySet<string> = new Set(['message', 'reasoning', 'function_call'])
const Refused = z.object({ type: z.literal('refusal'), refusal: z.string() })

function mendItem(item: EventData): EventData {
  const { id, call_id: callId, content } = item
  const words = Array.isArray(content) ? content.map(refusalToText) : content
  return { status: 'completed', ...withoutNulls({ ...item, id: id ?? callId, content: words }) }
}

function mendItems(list: unknown): unknown {
  const items = onlyOf(list, RESPONSE_ITEMS)
  return Array.isArray(items) ? items.map((item: unknown) => (isObject(item) ? mendItem(item) : item)) : items
}

function refusalToText(part: unknown): unknown {
  const { data } = Refused.safeParse(part)
  return data === undefined ? part : { type: 'output_text', text: data.refusal }
}

export const openAiNormalizer: ResponseNormalizer = {
  event: mendOpenAiEvent,
  whole: (answer) => ({ ...withoutError(answer), output: onlyOf(answer['output'], RESPONSE_ITEMS) }),
}

export const xaiNormalizer: ResponseNormalizer = {
  event: mendXaiEvent,
  whole: (answer) => ({ ...withoutError(answer), output: mendItems(answer['output']) }),
}
