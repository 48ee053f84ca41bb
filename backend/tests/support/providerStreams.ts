/** Minimal streams in the formats of the providers. */
const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`
const typed = (data: { readonly type: string }): string => `event: ${data.type}\n${event(data)}`

export const events = (...data: readonly object[]): string => data.map(event).join('')
export const typedEvents = (...data: readonly { readonly type: string; readonly [field: string]: unknown }[]): string =>
  data.map(typed).join('')
export const DONE = 'data: [DONE]\n\n'

export const chatChunk = (delta: object, finish: string | null = null, more: object = {}) => ({
  id: 'c',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason: finish }],
  ...more,
})

export const chat = (...deltas: readonly object[]): string =>
  events(...deltas.map((delta) => chatChunk(delta)), chatChunk({}, 'stop')) + DONE

/** The first and the last events of an Anthropic answer. */
export const messagesStart = {
  type: 'message_start',
  message: {
    id: 'm',
    type: 'message',
    role: 'assistant',
    model: 'c',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: 3, output_tokens: 1 },
  },
}
export const textBlock = (index: number, text: string) => [
  { type: 'content_block_start', index, content_block: { type: 'text', text: '' } },
  { type: 'content_block_delta', index, delta: { type: 'text_delta', text } },
  { type: 'content_block_stop', index },
]
export const messagesEnd = (reason: string) => [
  { type: 'message_delta', delta: { stop_reason: reason, stop_sequence: null }, usage: { output_tokens: 2 } },
  { type: 'message_stop' },
]

/** The first and the last events of an OpenAI or xAI response. */
const response = { id: 'r', object: 'response', created_at: 1, model: 'm' }
const item = { id: 'i', type: 'message', role: 'assistant' }
const place = { item_id: 'i', output_index: 0, content_index: 0 }
export const responsesStart = [
  { type: 'response.created', response: { ...response, status: 'in_progress', output: [], usage: null } },
  { type: 'response.output_item.added', output_index: 0, item: { ...item, status: 'in_progress', content: [] } },
  { type: 'response.content_part.added', ...place, part: { type: 'output_text', text: '', annotations: [] } },
]
export const outputText = (delta: string) => ({ type: 'response.output_text.delta', ...place, delta })
export const refusal = (delta: string) => ({ type: 'response.refusal.delta', ...place, delta })
const usage = { input_tokens: 3, output_tokens: 2, total_tokens: 5 }
export function responsesEnd(output: readonly object[] = []) {
  const done = { ...response, status: 'completed', output, usage }
  return { type: 'response.completed', response: done }
}
export const refusedItem = (text: string) => ({
  type: 'response.output_item.done',
  output_index: 0,
  item: { ...item, status: 'completed', content: [{ type: 'refusal', refusal: text }] },
})
export const failedResponse = (message: string) => ({
  type: 'response.failed',
  response: { ...response, status: 'failed', error: { code: 'server_error', message }, output: [], usage: null },
})

export const geminiChunk = (parts: readonly object[], more: object = {}) => ({
  candidates: [{ content: { parts, role: 'model' }, index: 0, ...more }],
  usageMetadata: { promptTokenCount: 3, totalTokenCount: 3 },
  modelVersion: 'g',
})
