import { describe, expect, it } from 'vitest'

import { findTablePrices } from '../../src/models/prices/priceTable.ts'

describe('the price of a well-known model', () => {
  it.each([
    ['anthropic', 'claude-opus-4-1-20250805', 15, 75],
    ['anthropic', 'claude-opus-4-20250514', 15, 75],
    ['anthropic', 'claude-opus-4-5-20251101', 5, 25],
    ['anthropic', 'claude-opus-4-8', 5, 25],
    ['anthropic', 'claude-sonnet-4-6', 3, 15],
    ['anthropic', 'claude-haiku-4-5-20251001', 1, 5],
    ['google', 'gemini-2.5-flash', 0.3, 2.5],
    ['google', 'gemini-2.5-flash-lite', 0.1, 0.4],
    ['openai', 'gpt-4.1-mini', 0.4, 1.6],
    ['openai', 'gpt-5-2025-08-07', 1.25, 10],
    ['openai', 'gpt-5.1', 1.25, 10],
    ['openai', 'gpt-5-mini', 0.25, 2],
  ] as const)('of %s is that of its generation: %s', (provider, name, input, output) => {
    expect(findTablePrices(provider, name)).toMatchObject({ currency: 'USD', input, output })
  })

  it.each([
    ['openai', 'gpt-5-pro'],
    ['openai', 'gpt-5-codex-max'],
    ['openai', 'gpt-4o-audio-preview'],
    ['anthropic', 'claude-opus-4-9'],
    ['anthropic', 'claude-opus-5'],
    ['google', 'gemini-2.5-pro'],
    ['google', 'gemini-2.5-flash-image'],
    ['xai', 'grok-4'],
    ['ollama', 'gpt-4.1'],
  ] as const)('is unknown for %s %s, whose price is another one or varies', (provider, name) => {
    expect(findTablePrices(provider, name)).toBeNull()
  })
})
