import type { LanguageModelV4Message } from '@ai-sdk/provider'
import { expect, it } from 'vitest'

import { listSentLines } from '../../src/engine/step/sentLines.ts'

const user = (text: string): LanguageModelV4Message => ({ role: 'user', content: [{ type: 'text', text }] })

it('knows the lines of lists of the last message and of the results after it', () => {
  const state = '# State of this turn\n\n- Coins: 1 of 2\nA quay in the sun.\n- rope\n  to market: along to the market'
  const value = { result: 'applied', state: '- Now: Plaza\n  Hot as an oven.', now: ['- light_candle'] }
  const output = { type: 'json', value } as const
  const lines = listSentLines([
    user('- Coins: 2 of 2'),
    user(state),
    { role: 'tool', content: [{ type: 'tool-result', toolCallId: '1', toolName: 'go_to', output }] },
  ])
  expect([...lines]).toEqual(['- Coins: 1 of 2', 'to market: along to the market', '- Now: Plaza', '- light_candle'])
})

it('finds nothing in a result of another form', () => {
  const output = { type: 'json', value: { now: 3, state: ['- Coins: 1 of 2'] } } as const
  expect([
    ...listSentLines([{ role: 'tool', content: [{ type: 'tool-result', toolCallId: '1', toolName: 'x', output }] }]),
  ]).toEqual([])
})
