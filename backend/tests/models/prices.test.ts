import { describe, expect, it } from 'vitest'

import type { Usage } from '../../src/messages/modelSnapshot.ts'
import { resolveAddress } from '../../src/models/address/resolveAddress.ts'
import type { ListedModel } from '../../src/models/list/readModelList.ts'
import { costOf } from '../../src/models/prices/costOf.ts'
import { findPrices } from '../../src/models/prices/findPrices.ts'
import type { Prices } from '../../src/models/prices/prices.ts'

const OWN: Prices = { currency: 'EUR', input: 2, cachedInput: null, cacheWrite: null, output: 10 }

describe('the cost of a request', () => {
  const all = { ...OWN, cachedInput: 0.5, cacheWrite: 4 }
  it.each<[Usage | null, Prices, number | null]>([
    [{ inputTokens: 1000, outputTokens: 100 }, OWN, 0.003],
    [{ inputTokens: 1000, outputTokens: 100, cachedInputTokens: 600 }, OWN, 0.003],
    [{ inputTokens: 1000, outputTokens: 100, cachedInputTokens: 600 }, all, 0.0021],
    [{ inputTokens: 1000, outputTokens: 100, cachedInputTokens: 600, cacheWriteTokens: 300 }, all, 0.0027],
    [{ inputTokens: 1000, outputTokens: 0, cachedInputTokens: 5000 }, all, 0.0005],
    [{ inputTokens: null, outputTokens: 100 }, OWN, null],
    [{ inputTokens: 100, outputTokens: null }, OWN, null],
    [null, OWN, null],
  ])('of %j at %j is %j', (usage, prices, cost) => {
    expect(costOf(usage, prices)).toBe(cost)
  })
})

describe('the prices of a model', () => {
  const listed = (price: ListedModel['price']) => ({
    findModel: (): ListedModel | undefined => (price === undefined ? undefined : { id: 'm', price }),
  })
  const model = (typed: string, modelName = 'gpt-4o') => {
    const address = resolveAddress({ provider: 'openai', typed, exactly: false })
    if ('refusal' in address) throw new Error(address.refusal)
    return { provider: 'openai', modelName, apiKey: null, extraHeaders: null, extraBody: null, address } as const
  }
  const price = { input: 1, output: 2, cachedInput: 0.1 }

  it('are those of its owner, else of the list, else of the table', () => {
    expect(findPrices(listed(price), model(''), OWN)).toEqual({ prices: OWN, source: 'own' })
    expect(findPrices(listed(price), model(''), null)).toEqual({
      prices: { currency: 'USD', input: 1, cachedInput: 0.1, cacheWrite: null, output: 2 },
      source: 'provider',
    })
    expect(findPrices(listed(undefined), model(''), null)).toMatchObject({ source: 'table', prices: { input: 2.5 } })
  })

  it('are not known of other models and at other servers', () => {
    expect(findPrices(listed(undefined), model('', 'gpt-unheard-of'), null)).toBeNull()
    expect(findPrices(listed(undefined), model('https://proxy.example.com/v1'), null)).toBeNull()
    expect(findPrices(listed(undefined), { ...model(''), address: null }, null)).toBeNull()
  })
})
