import { describe, expect, it } from 'vitest'

import { readChatDelta } from '../../../src/models/transport/chatDelta.ts'

const event = (delta: unknown, rest: object = {}, choice: object = {}): string =>
  `data: ${JSON.stringify({ id: 'c1', created: 1, model: 'm', choices: [{ index: 0, delta, ...choice }], ...rest })}`

describe('a plain text event', () => {
  it.each<[string, string, string, string]>([
    ['text', event({ content: 'lamp ' }), 'text-delta', 'lamp '],
    ['text beside empty fields', event({ role: 'assistant', content: 'lamp', tool_calls: null }), 'text-delta', 'lamp'],
    [
      'text with an open end',
      event({ content: 'lamp' }, { usage: null }, { finish_reason: null }),
      'text-delta',
      'lamp',
    ],
    ['a thought', event({ reasoning_content: 'hm' }), 'reasoning-delta', 'hm'],
    ['a thought by its other name', event({ content: '', reasoning: 'hm' }), 'reasoning-delta', 'hm'],
    ['no space after the colon', 'data:{"choices":[{"delta":{"content":"lamp"}}]}', 'text-delta', 'lamp'],
  ])('with %s is read', (_, text, type, delta) => {
    expect(readChatDelta(text)).toEqual({ type, delta })
  })
})

describe('an event that is left to the package', () => {
  it.each<[string, string]>([
    ['opens the answer', event({ role: 'assistant', content: '' })],
    ['ends the answer', event({ content: 'last' }, {}, { finish_reason: 'stop' })],
    ['counts tokens', event({ content: 'lamp' }, { usage: { prompt_tokens: 1 } })],
    ['counts tokens and has no choice', 'data: {"choices":[],"usage":{"prompt_tokens":1}}'],
    ['calls a tool', event({ content: 'lamp', tool_calls: [{ index: 0, function: { arguments: '{' } }] })],
    ['refuses', event({ refusal: 'no' })],
    ['thinks under both names', event({ reasoning_content: 'hm', reasoning: 'hm' })],
    ['thinks and speaks', event({ reasoning: 'hm', content: 'lamp' })],
    ['has words in a list', event({ content: [{ type: 'text', text: 'lamp' }] })],
    ['has an unknown field', event({ content: 'lamp', audio: 'x' })],
    ['has two choices', 'data: {"choices":[{"delta":{"content":"a"}},{"delta":{"content":"b"}}]}'],
    ['reports an error', 'data: {"error":{"message":"overloaded"}}'],
    ['is a choice with an error', event({ content: 'lamp' }, { error: { message: 'overloaded' } })],
    ['is broken', 'data: {"choices":[{"delta":{"content":"la'],
    ['is no object', 'data: null'],
    ['is the last', 'data: [DONE]'],
    ['is a comment', ': PROCESSING'],
    ['has a name', `event: ping\n${event({ content: 'lamp' })}`],
    ['has two lines', `${event({ content: 'lamp' })}\nid: 7`],
  ])('is one that %s', (_, text) => {
    expect(readChatDelta(text)).toBeUndefined()
  })
})
