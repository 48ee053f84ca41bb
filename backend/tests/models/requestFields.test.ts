import { describe, expect, it } from 'vitest'

import { listOptionalFields, withoutFields } from '../../src/models/optionalFields/requestFields.ts'

const ALLOWED = { type: 'allowed_tools', mode: 'auto', tools: [{ type: 'function', name: 'take' }] }
const REQUEST = {
  model: 'm',
  messages: [
    { role: 'user', content: 'Begin.' },
    { role: 'assistant', content: [{ type: 'text', text: 'A lawn.', cache_control: { type: 'ephemeral' } }] },
  ],
  tools: [{ name: 'take', input_schema: { type: 'object', properties: { cache_control: { type: 'string' } } } }],
  tool_choice: ALLOWED,
  prompt_cache_key: 'k',
}

describe('the optional fields of a request', () => {
  it('are its helps for caches and its tool choice, but no part of a text, a tool or the choice', () => {
    expect([...listOptionalFields(REQUEST)].sort()).toEqual(['cache_control', 'prompt_cache_key', 'tool_choice'])
  })

  it('leave everything else as it is', () => {
    const left = withoutFields(REQUEST, new Set(['cache_control', 'tool_choice']))
    expect(left).toEqual({
      model: 'm',
      messages: [REQUEST.messages[0], { role: 'assistant', content: [{ type: 'text', text: 'A lawn.' }] }],
      tools: REQUEST.tools,
      prompt_cache_key: 'k',
    })
  })
})
