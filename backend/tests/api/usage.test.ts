import { describe, expect, it } from 'vitest'

import { SentRequestList } from '../../src/web/schemas/request.ts'
import { ModelPrices, SessionUsage, SessionUsageList, UsageEstimate, UsageReport } from '../../src/web/schemas/usage.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { sendMessage, waitForAnswer } from '../support/play.ts'
import { openScriptedProvider } from '../support/scriptedProvider.ts'
import { openTestApp } from '../support/testApp.ts'

const USAGE = { prompt_tokens: 1000, completion_tokens: 50, prompt_tokens_details: { cached_tokens: 600 } }
const PRICES = { currency: 'EUR', input: 2, cachedInput: 0.5, cacheWrite: null, output: 10 }
/** 400 fresh, 600 cached and 50 written tokens. */
const COST = 0.0016

async function open(usage: unknown = USAGE) {
  const provider = await openScriptedProvider(() => ({ text: 'It rains on the roof of the shed.', usage }))
  const test = await openTestApp({ usesRealModels: true })
  const fields = { name: 'Scripted', provider: 'openai-compatible', modelName: 'm', baseUrl: provider.url }
  const modelConfigId = String((await test.send('POST', '/model-configs', fields)).json().id)
  const start = async (): Promise<string> => {
    const made = await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId })
    const id = String(made.json().id)
    await waitForAnswer(test, id)
    return id
  }
  const get = async <Value>(path: string, schema: { parse(value: unknown): Value }): Promise<Value> => {
    await test.services.requests.settled()
    const response = await test.get(path)
    expect(response.statusCode, response.body).toBe(200)
    return schema.parse(response.json())
  }
  return { test, modelConfigId, start, get, pricesPath: `/model-configs/${modelConfigId}/prices` }
}

describe('the usage of sessions', () => {
  it('is listed, most recently played first', async () => {
    const { test, start, get, pricesPath } = await open()
    const first = await start()
    await test.send('PUT', pricesPath, PRICES)
    const second = await start()
    await sendMessage(test, first, 'I wait.')
    const { data, nextCursor } = await get('/usage/sessions', SessionUsageList)
    expect(data.map(({ sessionId }) => sessionId)).toEqual([first, second])
    const each = { inputTokens: 1000, cachedTokens: 600, outputTokens: 50, uncounted: 0 }
    expect(data[1]).toMatchObject({ ...each, requests: 1, turns: 1, costs: [{ currency: 'EUR', amount: COST }] })
    expect(data[0]).toMatchObject({
      requests: 2,
      turns: 2,
      inputTokens: 2000,
      costs: [{ currency: 'EUR', amount: COST }],
    })
    expect(nextCursor).toBeNull()
    const page = await get('/usage/sessions?limit=1', SessionUsageList)
    const { total } = await get(`/usage/sessions/${first}`, SessionUsage)
    expect(page.data[0]).toMatchObject(total)
    expect((await get(`/usage/sessions?limit=1&cursor=${page.nextCursor}`, SessionUsageList)).data).toEqual([data[1]])
  })
})

describe('the cost of requests', () => {
  it('follows from the prices that count when they are sent', async () => {
    const { test, modelConfigId, start, get, pricesPath } = await open()
    const session = await start()
    await test.send('PUT', pricesPath, PRICES)
    await sendMessage(test, session, 'I wait.')
    await test.send('PUT', pricesPath, { ...PRICES, currency: 'usd' })
    await sendMessage(test, session, 'I wait on.')
    const { data } = await get(`/requests?sessionId=${session}`, SentRequestList)
    expect(data.map(({ cost }) => cost)).toEqual([
      { amount: COST, currency: 'USD', source: 'own' },
      { amount: COST, currency: 'EUR', source: 'own' },
      null,
    ])
    const usage = await get(`/usage/sessions/${session}`, SessionUsage)
    expect(usage.total).toEqual({
      requests: 3,
      turns: 3,
      inputTokens: 3000,
      cachedTokens: 1800,
      outputTokens: 150,
      uncounted: 0,
      costs: [
        { currency: 'EUR', amount: COST },
        { currency: 'USD', amount: COST },
      ],
    })
    expect(usage.answers.map(({ cost }) => cost)).toEqual([
      [],
      [{ currency: 'EUR', amount: COST }],
      [{ currency: 'USD', amount: COST }],
    ])
    expect(usage.answers[1]).toMatchObject({ freshTokens: 400, cachedTokens: 600, outputTokens: 50, cut: null })
    const report = await get(`/usage?modelConfigId=${modelConfigId}`, UsageReport)
    expect(report.total).toEqual(usage.total)
    expect(report.days).toHaveLength(1)
    expect(report.models).toMatchObject([{ modelConfigId, model: { label: 'Scripted', modelName: 'm' }, requests: 3 }])
    await test.send('DELETE', `/sessions/${session}`)
    expect((await get('/usage', UsageReport)).total.costs).toEqual(usage.total.costs)
    expect((await get('/usage?to=2020-01-01', UsageReport)).total.requests).toBe(0)
  })

  it('is not known without prices, and is zero for free models', async () => {
    const { test, start, get, pricesPath } = await open()
    const unknown = { prices: null, source: null, own: null }
    expect(await get(pricesPath, ModelPrices)).toMatchObject(unknown)
    await test.send('PUT', pricesPath, { currency: 'EUR', input: 0, output: 0 })
    const session = await start()
    const { data } = await get(`/requests?sessionId=${session}`, SentRequestList)
    expect(data[0]?.cost).toEqual({ amount: 0, currency: 'EUR', source: 'own' })
    expect((await test.send('DELETE', pricesPath)).statusCode).toBe(204)
    expect(await get(pricesPath, ModelPrices)).toMatchObject(unknown)
  })

  it.each([
    ['a negative price', { ...PRICES, input: -1 }, 'input', 'A price is zero or more.'],
    ['a missing price', { currency: 'EUR', input: 1 }, 'output', expect.any(String)],
    ['a currency that does not exist', { ...PRICES, currency: 'XQZ' }, 'currency', expect.stringContaining('USD')],
    ['a price that is not a number', { ...PRICES, output: '3' }, 'output', expect.any(String)],
  ])('refuses %s', async (_what, prices, field, message) => {
    const { test, pricesPath } = await open()
    const response = await test.send('PUT', pricesPath, prices)
    expect(response.statusCode).toBe(422)
    expect(response.json().errors).toEqual({ [field]: message })
  })

  it('is estimated before anything is sent', async () => {
    const { test, modelConfigId, get, pricesPath } = await open()
    const path = `/usage/estimate?gamebookId=${encodeURIComponent(GARDEN_ID)}&modelConfigId=${modelConfigId}`
    expect((await get(path, UsageEstimate)).cost).toBeNull()
    await test.send('PUT', pricesPath, PRICES)
    const { inputTokens, outputTokens, cost } = await get(path, UsageEstimate)
    expect(inputTokens).toBeGreaterThan(300)
    expect(cost?.amount).toBeCloseTo((inputTokens * 2 + outputTokens * 10) / 1_000_000, 8)
  })
})

describe('usage that a provider reports', () => {
  it.each([
    ['nothing', null],
    ['a negative count', { prompt_tokens: -5, completion_tokens: 10 }],
    ['an absurd count', { prompt_tokens: 1e12, completion_tokens: 10 }],
    ['no number', { prompt_tokens: 'many', completion_tokens: null }],
    ['a fraction', { prompt_tokens: 10.5, completion_tokens: 3 }],
  ])('counts as unknown: %s', async (_what, reported) => {
    const { test, start, get, pricesPath } = await open(reported)
    await test.send('PUT', pricesPath, PRICES)
    const session = await start()
    const { data } = await get(`/requests?sessionId=${session}`, SentRequestList)
    expect(data[0]?.cost).toBeNull()
    expect((await get('/usage', UsageReport)).total.costs).toEqual([])
  })

  it('is at least what the text of the answer needs', async () => {
    const { start, get } = await open({ prompt_tokens: 1000, completion_tokens: 1 })
    const session = await start()
    const { data } = await get(`/requests?sessionId=${session}`, SentRequestList)
    expect(data[0]).toMatchObject({ usage: { outputTokens: 4 }, usageNotice: expect.stringContaining('fewer tokens') })
  })
})
