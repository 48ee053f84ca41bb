import { z } from 'zod'

import type { EventData, Mend, MendEvent } from './mendAnswers.ts'
import { ProviderSaidError } from './providerSaidError.ts'

/** Only what can be part of a story is passed on: of anything newer than the package, it would make an error. */
const mendAnthropicEvent: MendEvent = (event) => {
  if ('error' in event) return event
  const type = typeOf(event)
  if (!ANTHROPIC_EVENTS.has(type)) return null
  if (type === 'content_block_start') return ANTHROPIC_BLOCKS.has(typeOf(event['content_block'])) ? event : null
  if (type === 'content_block_delta') return ANTHROPIC_DELTAS.has(typeOf(event['delta'])) ? event : null
  return event
}

/** A response that failed is told as an error is, with its words. */
const mendOpenAiEvent: MendEvent = (event) => {
  const { error } = FailedResponse.safeParse(event).data?.response ?? {}
  return error == null ? event : { type: 'error', sequence_number: 0, error: { type: 'server_error', ...error } }
}

/** As for Anthropic. A refusal is words, and fields that hold nothing are left out. */
const mendXaiEvent: MendEvent = (event) => {
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

/** Arguments of a call are text. An error in a form of its own breaks the stream off. */
const mendCompatibleEvent: MendEvent = (event) => {
  throwBareError(event)
  return mendChoices(event, 'delta', withTextArguments)
}

/** The same, and a refusal is words. */
const mendChatEvent: MendEvent = (event) => {
  throwBareError(event)
  return mendChoices(event, 'delta', mendDelta)
}

/** As other chats, in which Mistral sends parts that are no words, and tells the usage without a choice. */
const mendMistralEvent: MendEvent = (event) => {
  const { choices } = event
  if (Array.isArray(choices) && choices.length === 0) {
    return 'usage' in event ? { ...event, choices: [{ index: 0, delta: { content: '' } }] } : null
  }
  throwBareError(event)
  return mendChoices(event, 'delta', mendMistralWords)
}

const ANTHROPIC_EVENTS: ReadonlySet<string> = new Set([
  'message_start',
  'message_delta',
  'message_stop',
  'content_block_start',
  'content_block_delta',
  'content_block_stop',
  'ping',
])
const ANTHROPIC_BLOCKS: ReadonlySet<string> = new Set(['text', 'thinking', 'redacted_thinking', 'tool_use'])
const ANTHROPIC_DELTAS: ReadonlySet<string> = new Set([
  'text_delta',
  'thinking_delta',
  'signature_delta',
  'input_json_delta',
])

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

function mendMistralWords(given: EventData): EventData {
  const delta = mendDelta(given)
  const { content } = delta
  if (!Array.isArray(content)) return delta
  const words = content.filter((part) => WORDS.safeParse(part).success)
  return words.length === content.length ? delta : { ...delta, content: words }
}

function mendDelta(given: EventData): EventData {
  const delta = withTextArguments(given)
  const { refusal, content } = delta
  const isRefusal = typeof refusal === 'string' && refusal !== '' && (content == null || content === '')
  return isRefusal ? { ...delta, content: refusal } : delta
}

function withTextArguments(delta: EventData): EventData {
  const { tool_calls: calls } = delta
  return Array.isArray(calls) && calls.some(hasObject) ? { ...delta, tool_calls: calls.map(toText) } : delta
}

const Call = z.looseObject({ function: z.looseObject({ arguments: z.record(z.string(), z.unknown()) }) })

const hasObject = (call: unknown): boolean => Call.safeParse(call).success

function toText(call: unknown): unknown {
  const { data } = Call.safeParse(call)
  if (data === undefined) return call
  return { ...data, function: { ...data.function, arguments: JSON.stringify(data.function.arguments) } }
}

const WORDS = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('thinking'), thinking: z.array(z.unknown()) }),
])

/** The same event if nothing in it was changed. */
function mendChoices(event: EventData, field: 'delta' | 'message', mend: (said: EventData) => EventData): EventData {
  const { choices } = event
  if (!Array.isArray(choices)) return event
  const mended = choices.map((choice: unknown) => {
    const said = isObject(choice) ? choice[field] : undefined
    if (!isObject(choice) || !isObject(said)) return choice
    const told = mend(said)
    return told === said ? choice : { ...choice, [field]: told }
  })
  return mended.every((choice, index) => choice === choices[index]) ? event : { ...event, choices: mended }
}

const wholeChat =
  (mend: (message: EventData) => EventData): ((answer: EventData) => EventData) =>
  (answer) => {
    throwBareError(answer)
    return mendChoices(answer, 'message', mend)
  }

const onlyOf = (list: unknown, types: ReadonlySet<string>): unknown =>
  Array.isArray(list) ? list.filter((item) => types.has(typeOf(item))) : list

function withoutError(answer: EventData): EventData {
  throwBareError(answer)
  return answer
}

/** Servers and routers put an error into a stream in forms that the packages take for a broken chunk. */
function throwBareError(event: EventData): void {
  const { choices, type, error, object, message, detail } = event
  if (Array.isArray(choices) || (typeof type === 'string' && type.startsWith('response.'))) return
  const isError = isObject(error) || [error, message, detail].some((words) => typeof words === 'string')
  if (isError || object === 'error') throw new ProviderSaidError(200, JSON.stringify(event))
}

function withoutNulls(event: EventData): EventData {
  const told = Object.entries(event).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(told.map(([name, value]) => [name, withoutInnerNulls(value)]))
}

function withoutInnerNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutInnerNulls)
  return isObject(value) ? withoutNulls(value) : value
}

const typeOf = (value: unknown): string => (isObject(value) && typeof value['type'] === 'string' ? value['type'] : '')

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is mended of the answers of each provider. */
export const mends = {
  anthropic: {
    event: mendAnthropicEvent,
    whole: (answer) => ({ ...withoutError(answer), content: onlyOf(answer['content'], ANTHROPIC_BLOCKS) }),
  },
  chat: { event: mendChatEvent, whole: wholeChat(mendDelta) },
  compatible: { event: mendCompatibleEvent, whole: wholeChat(withTextArguments) },
  google: { whole: withoutError },
  mistral: { event: mendMistralEvent, whole: wholeChat(mendMistralWords) },
  openai: {
    event: mendOpenAiEvent,
    whole: (answer) => ({ ...withoutError(answer), output: onlyOf(answer['output'], RESPONSE_ITEMS) }),
  },
  xai: {
    event: mendXaiEvent,
    whole: (answer) => ({ ...withoutError(answer), output: mendItems(answer['output']) }),
  },
} satisfies Record<string, Mend>
