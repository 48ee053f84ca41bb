import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { ConnectionTest } from '../../src/models/connectionTest/connectionTest.ts'
import { SessionMemory } from '../../src/web/schemas/memory.ts'
import { NextRequest } from '../../src/web/schemas/request.ts'
import { openBudgetApp, PRICES, USAGE } from '../support/budgetApp.ts'
import { NETWORK_PROVIDERS } from '../support/networkProviders.ts'
import { textOf } from '../support/play.ts'

/** An eighth of the window that is assumed for a local server. */
const LIMIT = 1024
const ModelConfigs = z.object({ data: z.array(z.object({ id: z.string(), provider: z.string() })) })
const USED_UP = { status: 'failed', error: { code: 'budget-used-up', retryable: false } }

describe('a budget of turns', () => {
  it('counts openings, messages and retries, and lets a turn through when it is raised', async () => {
    const { addBudget, test, start, say, retry, provider } = await openBudgetApp()
    const budget = await addBudget('session', 'turns', 3)
    const id = await start()
    const answer = await say(id)
    expect(await retry(id, answer.id)).toMatchObject({ status: 'done' })
    const refused = await say(id)
    expect(refused).toMatchObject(USED_UP)
    expect(refused.error).toMatchObject({
      budgetId: budget.id,
      detail: "The budget of 3 turns a session is used up. It doesn't start over in this session.",
    })
    expect(provider.bodies).toHaveLength(3)
    await test.send('PATCH', `/budgets/${budget.id}`, { limit: 4 })
    expect(await retry(id, refused.id)).toMatchObject({ status: 'done', error: null })
    expect(await start()).not.toBe(id)
    expect(provider.bodies).toHaveLength(5)
  })

  it('counts a turn once, however many requests it takes', async () => {
    const { addBudget, readBudgets, start, say } = await openBudgetApp((_body, number) => ({
      // An answer without text is requested again.
      text: number === 2 ? '' : `It rains, ${number}.`,
      ...(number === 3 && { call: { name: 'walk_to', arguments: '{"to":"iron_gate"}' } }),
      usage: USAGE,
    }))
    await addBudget('day', 'turns', 10)
    const id = await start()
    expect(await say(id, 'I walk to the gate.')).toMatchObject({ status: 'done' })
    expect(await readBudgets()).toMatchObject([{ used: 2, reserved: 0 }])
  })

  it('leaves the built-in narrator free', async () => {
    const { addBudget, start, say, retry, test } = await openBudgetApp()
    await addBudget('day', 'turns', 1)
    const id = await start()
    const refused = await say(id)
    expect(refused).toMatchObject(USED_UP)
    expect(refused.error?.detail).toMatch(
      /^The budget of 1 turn a day is used up\. The budget starts over on [A-Z][a-z]+ \d{1,2}, \d{4}\.$/,
    )
    const { data } = ModelConfigs.parse((await test.get('/model-configs')).json())
    const builtIn = data.find(({ provider }) => provider === 'builtin')
    expect(await retry(id, refused.id, { modelConfigId: builtIn?.id })).toMatchObject({ status: 'done' })
  })
})

describe('a budget of tokens', () => {
  it.each(NETWORK_PROVIDERS)('limits the answers of %s', async (provider) => {
    const {
      addBudget,
      start,
      provider: server,
    } = await openBudgetApp(undefined, { provider, apiKey: 'key-of-the-test-1' })
    await addBudget('month', 'tokens', 10_000_000)
    await start()
    expect(limitOf(server.bodies.at(-1))).toBe(LIMIT)
  })

  it('keeps a smaller limit of the player, and sends none without a budget', async () => {
    const { addBudget, start, provider, readBudgets } = await openBudgetApp(undefined, { maxOutputTokens: 300 })
    await addBudget('month', 'tokens', 1_000_000)
    await start()
    expect(limitOf(provider.bodies.at(-1))).toBe(300)
    expect(await readBudgets()).toMatchObject([{ used: 1000, reserved: 0 }])
    const plain = await openBudgetApp()
    await plain.start()
    expect(limitOf(plain.provider.bodies.at(-1))).toBeUndefined()
  })

  it('shows the limit in what would be sent', async () => {
    const { addBudget, start, say, test, provider } = await openBudgetApp()
    await addBudget('month', 'tokens', 1_000_000)
    const id = await start()
    const next = NextRequest.parse((await test.get(`/sessions/${id}/next-request?text=On.`)).json())
    await say(id, 'On.')
    expect(next.bytes).toBe(Buffer.byteLength(provider.bodies.at(-1) ?? ''))
  })

  it('is not for a model that takes no limit', async () => {
    const { addBudget, start, say } = await openBudgetApp((body) =>
      body.includes('max_tokens')
        ? { text: 'Unsupported parameter: max_tokens', status: 400 }
        : { text: 'It rains.', usage: USAGE },
    )
    await addBudget('month', 'tokens', 1_000_000)
    expect(await say(await start())).toMatchObject({ error: { code: 'answer-without-limit' } })
  })

  it.each([
    ['nothing', null],
    ['an absurd number', { prompt_tokens: 1e12, completion_tokens: 5 }],
    ['no tokens for the prompt', { prompt_tokens: 0, completion_tokens: 5 }],
  ])('counts the worst case if the provider reports %s', async (_what, usage) => {
    const { addBudget, start, readBudgets } = await openBudgetApp(() => ({ text: 'It rains.', usage }))
    await addBudget('month', 'tokens', 1_000_000)
    await start()
    const [budget] = await readBudgets()
    expect(budget?.reserved).toBe(0)
    expect(budget?.used).toBeGreaterThan(LIMIT)
  })

  it('counts what a provider reports, even if that is more than the worst case', async () => {
    const usage = { prompt_tokens: 900, completion_tokens: 60_000 }
    const { addBudget, start, say, readBudgets } = await openBudgetApp(() => ({ text: 'It rains.', usage }))
    await addBudget('month', 'tokens', 50_000)
    const id = await start()
    expect(await readBudgets()).toMatchObject([{ used: 60_900, state: 'used-up' }])
    expect(await say(id)).toMatchObject(USED_UP)
  })

  it('counts nothing for a request that a provider refuses or never gets', async () => {
    const { addBudget, start, readBudgets, provider, test, modelConfigId } = await openBudgetApp(() => ({
      text: 'No credit.',
      status: 402,
    }))
    await addBudget('month', 'tokens', 50_000)
    await start()
    expect(provider.bodies).toHaveLength(1)
    await test.send('POST', `/model-configs/${modelConfigId}/test`)
    expect(await readBudgets()).toMatchObject([{ used: 0, reserved: 0 }])
  })

  it('ends a turn between two requests, and keeps what was applied', async () => {
    const { addBudget, start, say, retry, test, provider } = await openBudgetApp((_body, number) => ({
      text: number === 1 ? 'The lawn.' : '',
      ...(number === 2 && { call: { name: 'walk_to', arguments: '{"to":"iron_gate"}' } }),
      ...(number > 2 && { text: 'The gate is warm.' }),
      usage: { prompt_tokens: 2900, completion_tokens: 1100 },
    }))
    const budget = await addBudget('session', 'tokens', 9500)
    const id = await start()
    const answer = await say(id, 'I walk to the gate.')
    expect(answer).toMatchObject(USED_UP)
    expect(answer.parts).toMatchObject([{ type: 'tool-call', result: { result: 'applied' } }])
    expect(answer.receipts).toMatchObject([{ line: 'You went to the iron gate', receipt: { result: 'applied' } }])
    expect(provider.bodies).toHaveLength(2)
    await test.send('PATCH', `/budgets/${budget.id}`, { limit: 100_000 })
    expect(textOf(await retry(id, answer.id))).toBe('The gate is warm.')
  })

  it('is the result of a connection test that it does not allow', async () => {
    const { addBudget, test, modelConfigId } = await openBudgetApp()
    await addBudget('day', 'tokens', 1000)
    const result = ConnectionTest.parse((await test.send('POST', `/model-configs/${modelConfigId}/test`)).json())
    expect(result.steps.at(-1)).toMatchObject({
      step: 'stream',
      ok: false,
      code: 'budget-used-up',
      detail: expect.stringContaining('The budget of 1,000 tokens a day has only 1,000 tokens left.'),
    })
  })

  it('skips a summary that does not fit, which is written later', async () => {
    const sentences = Array.from({ length: 25 }, (_, drop) => `It rains on leaf ${drop * drop}.`).join(' ')
    const isSummary = (body: string): boolean => body.includes('Sum up what was played')
    const { addBudget, test, provider, start, say } = await openBudgetApp(
      (body) => ({ text: isSummary(body) ? 'Somebody left a lantern.' : sentences }),
      { contextWindow: 4200, maxOutputTokens: 100 },
    )
    const id = await start()
    const { summaryModelConfigId } = await addSummarizer(test, provider.url)
    await test.send('PATCH', `/sessions/${id}`, { settings: { summaryModelConfigId } })
    const budget = await addBudget('day', 'money', 1)
    await test.send('PUT', `/model-configs/${(await test.get(`/sessions/${id}`)).json().modelConfigId}/prices`, PRICES)
    const play = async (): Promise<void> => {
      expect(await say(id)).toMatchObject({ status: 'done', error: null })
      await test.services.summaries.settled()
    }
    for (let turn = 0; turn < 30; turn += 1) await play()
    expect(provider.bodies.some(isSummary)).toBe(false)
    await test.send('DELETE', `/budgets/${budget.id}`)
    await play()
    expect(provider.bodies.some(isSummary)).toBe(true)
    const { summary } = SessionMemory.parse((await test.get(`/sessions/${id}/memory`)).json())
    expect(summary).toMatchObject({ text: 'Somebody left a lantern.' })
  })
})

describe('a budget of money', () => {
  it('is settled with what a request costs', async () => {
    const { addBudget, setPrices, start, say, readBudgets } = await openBudgetApp()
    await setPrices(PRICES)
    await addBudget('day', 'money', 0.1)
    const id = await start()
    await say(id)
    // Twice 900 tokens for 2 and 100 tokens for 10 dollars a million.
    expect(await readBudgets()).toMatchObject([{ used: 0.0056, reserved: 0, state: 'open' }])
  })

  it.each([
    ['no price', null, 'is not known'],
    ['a price in euros', { ...PRICES, currency: 'EUR' }, 'is known in EUR only'],
  ])('is not for a model with %s', async (_what, prices, reason) => {
    const { addBudget, setPrices, start, lastAnswer, test, provider } = await openBudgetApp()
    if (prices !== null) await setPrices(prices)
    await addBudget('day', 'money', 5)
    const session = (await test.get(`/sessions/${await start()}`)).json()
    expect(lastAnswer(session).error).toMatchObject({
      code: 'model-without-price',
      detail: expect.stringContaining(reason),
    })
    expect(provider.bodies).toEqual([])
  })

  it('is never used by a free model, or by Ollama on the own network', async () => {
    const { addBudget, setPrices, start, say, readBudgets } = await openBudgetApp()
    await setPrices({ ...PRICES, input: 0, output: 0 })
    await addBudget('day', 'money', 0.000001)
    expect(await say(await start())).toMatchObject({ status: 'done' })
    expect(await readBudgets()).toMatchObject([{ used: 0, reserved: 0 }])
    const local = await openBudgetApp(undefined, { provider: 'ollama' })
    await local.addBudget('day', 'money', 0.000001)
    expect(await local.say(await local.start())).toMatchObject({ error: null })
  })
})

/** The longest answer that a request allows, under the name that its provider knows. */
function limitOf(body: string | undefined): unknown {
  const fields = JSON.parse(body ?? '{}')
  return (
    fields.max_tokens ??
    fields.max_completion_tokens ??
    fields.max_output_tokens ??
    fields.generationConfig?.maxOutputTokens ??
    fields.options?.num_predict
  )
}

/** A model that writes summaries, whose price is not known. */
async function addSummarizer(test: Awaited<ReturnType<typeof openBudgetApp>>['test'], baseUrl: string) {
  const config = { name: 'Summarizer', provider: 'openai-compatible', modelName: 's', baseUrl, contextWindow: 8192 }
  return { summaryModelConfigId: String((await test.send('POST', '/model-configs', config)).json().id) }
}
