import type { ResponseNormalizer, EventNormalizer } from '../normalizeResponses.ts'
import { onlyOf, typeOf, withoutError } from './answerData.ts'

/** Only what can be part of a story is passed on: of anything newer than the package, it would make an error. */
const mendAnthropicEvent: EventNormalizer = (event) => {
  if ('error' in event) return event
  const type = typeOf(event)
  if (!ANTHROPIC_EVENTS.has(type)) return null
  if (type === 'content_block_start') return ANTHROPIC_BLOCKS.has(typeOf(event['content_block'])) ? event : null
  if (type === 'content_block_delta') return ANTHROPIC_DELTAS.has(typeOf(event['delta'])) ? event : null
  return event
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

export const anthropicNormalizer: ResponseNormalizer = {
  event: mendAnthropicEvent,
  whole: (answer) => ({ ...withoutError(answer), content: onlyOf(answer['content'], ANTHROPIC_BLOCKS) }),
}
