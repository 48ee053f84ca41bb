import { describe, expect, it } from 'vitest'

import { fromRelative, toRelative } from '../../src/requests/blockRefs.ts'
import { cutBody } from '../../src/requests/cutBody.ts'

describe('a body in blocks', () => {
  it('is cut at the borders of messages and tools', () => {
    const body =
      '{"model":"m","messages":[{"role":"system","content":"a"},{"role":"user"}],"tools":[{"name":"t"}],"n":[1,2]}'
    expect(cutBody(body)).toEqual([
      '{"model":"m","messages":[',
      '{"role":"system","content":"a"}',
      ',{"role":"user"}',
      '],"tools":[',
      '{"name":"t"}',
      '],"n":[1,2]}',
    ])
  })

  it('is cut in the declarations of Google, too', () => {
    const body =
      '{"systemInstruction":{"parts":[{"text":"a"}]},"tools":[{"functionDeclarations":[{"name":"t"},{"name":"u"}]}]}'
    expect(cutBody(body)).toEqual([
      '{"systemInstruction":{"parts":[',
      '{"text":"a"}',
      ']},"tools":[',
      '{"functionDeclarations":[',
      '{"name":"t"}',
      ',{"name":"u"}',
      ']}',
      ']}',
    ])
  })

  it.each(['', '[]', 'no JSON', '{"messages":["a', '{"messages":"[,]"}', '{"messages":[]}'])(
    'is the same again when joined: %s',
    (body) => {
      expect(cutBody(body).join('')).toBe(body)
    },
  )

  it('is the same again with any text in a message', () => {
    const texts = ['"', '\\', '\\"', '],"tools":[', '\n```\n', '🜂', '\u2028', '{"messages":[{', ',']
    for (const first of texts) {
      for (const second of texts) {
        const messages = [
          { role: 'user', content: first + second },
          { role: 'user', content: [{ text: second }] },
        ]
        const body = JSON.stringify({ model: first, messages, tools: [] })
        expect(cutBody(body).join('')).toBe(body)
        expect(cutBody(body)).toHaveLength(5)
      }
    }
  })
})

describe('a list of blocks', () => {
  it.each([
    [[], [1, 2]],
    [
      [1, 2, 3],
      [1, 2, 4],
    ],
    [
      [1, 2, 3, 4, 5],
      [1, 3, 4, 6, 5, 5],
    ],
    [
      [1, 1, 1],
      [1, 1, 2, 1, 1],
    ],
  ])('relative to %j is the same again: %j', (before, blocks) => {
    expect(fromRelative(toRelative(blocks, before), before)).toEqual(blocks)
  })

  it('says how many leading blocks are shared, and refers to moved ones as runs', () => {
    expect(toRelative([1, 2, 5, 6, 7, 9], [1, 2, 3, 4, 5, 6, 7])).toEqual({ shared: 2, rest: [[4, 3], 9] })
  })
})
