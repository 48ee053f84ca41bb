import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { ExpectedUse, ModelReportState } from '../../src/web/schemas/modelReport.ts'
import { BEHAVIORS } from '../support/scriptedModels/behaviors.ts'
import { openScriptedModel, type ScriptedModelOptions } from '../support/scriptedModels/openScriptedModel.ts'
import { readBooks } from '../support/scriptedModels/runScripted.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const books = await readBooks(['room-seven'])
const PRICES = { currency: 'EUR', input: 2, cachedInput: null, cacheWrite: null, output: 10 }

async function open(beforeAnswer: ScriptedModelOptions['beforeAnswer'] = () => {}) {
  const model = await openScriptedModel({ books, behavior: BEHAVIORS.perfect, beforeAnswer })
  onTestFinished(model.close)
  const test = await openTestApp({ usesRealModels: true })
  const fields = { name: 'Scripted', provider: 'openai-compatible', modelName: 'm', baseUrl: model.url }
  const id = String((await test.send('POST', '/model-configs', fields)).json().id)
  onTestFinished(() => test.services.reports.stopAll())
  return { model, test, id, fields, path: `/model-configs/${id}/report` }
}

async function readReport(test: TestApp, path: string) {
  const response = await test.get(path)
  expect(response.statusCode, response.body).toBe(200)
  return ModelReportState.parse(response.json()).report
}

/** The report when it is not running any more. */
async function waitForEnd(test: TestApp, path: string) {
  return expect
    .poll(async () => (await readReport(test, path))?.status, { timeout: 60_000, interval: 50 })
    .not.toBe('running')
    .then(() => readReport(test, path))
}

/** Something to wait for, which is never there unless it is opened. */
const gate = () => Promise.withResolvers<void>()

describe('a report on a model', () => {
  it('is expected to cost something, is measured in the background, and is kept', async () => {
    const { test, id, path, model } = await open()
    expect(await readReport(test, path)).toBeNull()
    expect(ExpectedUse.parse((await test.get(`${path}/expected`)).json())).toMatchObject({ turns: 20, cost: null })
    await test.send('PUT', `/model-configs/${id}/prices`, PRICES)
    const expected = ExpectedUse.parse((await test.get(`${path}/expected`)).json())
    expect(expected).toMatchObject({ turns: 20, requests: 38, currency: 'EUR' })
    expect(expected.cost).toBeGreaterThan(0)
    expect(model.seen).toHaveLength(0)
    const started = await test.send('POST', path, {})
    expect([started.statusCode, started.json()]).toEqual([202, expect.objectContaining({ status: 'running', done: 0 })])
    const report = await waitForEnd(test, path)
    expect(report).toMatchObject({
      status: 'finished',
      done: 20,
      total: 20,
      error: null,
      result: { recommendation: { verdict: 'good' }, currency: 'EUR', figures: [{ callsMade: { hits: 16, of: 16 } }] },
    })
    expect(report?.result.cost).toBeGreaterThan(0)
    // No session came of it, and the record of requests has it.
    expect((await test.get('/sessions')).json().data).toEqual([])
    await test.services.requests.settled()
    const Usage = z.object({ total: z.object({ requests: z.int(), turns: z.int() }) })
    expect(Usage.parse((await test.get('/usage')).json()).total).toMatchObject({ requests: 38, turns: 0 })
  })

  it('is not started twice, can be canceled, and goes on where it was', async () => {
    const hold = gate()
    let answers = 0
    const { test, path, model } = await open(async () => {
      answers += 1
      if (answers === 12) await hold.promise
    })
    await test.send('POST', path, {})
    await expect.poll(() => answers, { timeout: 60_000 }).toBe(12)
    expect((await test.send('POST', path, {})).json()).toMatchObject({ status: 409, code: 'report-running' })
    expect((await test.send('POST', `${path}/cancel`)).statusCode).toBe(204)
    const canceled = await readReport(test, path)
    expect(canceled?.status).toBe('canceled')
    expect(canceled?.done).toBeGreaterThan(2)
    expect(canceled?.done).toBeLessThan(13)
    hold.resolve()
    const before = model.seen.length
    await test.send('POST', path, { resume: true })
    expect(await waitForEnd(test, path)).toMatchObject({ status: 'finished', done: 20 })
    const again = new Set(model.seen.slice(before).map(({ turn }) => turn.id))
    expect(again.size).toBe(20 - (canceled?.done ?? 0))
  })

  it('is interrupted by the end of the process, and goes on after the next start', async () => {
    const hold = gate()
    let answers = 0
    const { test, path } = await open(async () => {
      answers += 1
      if (answers === 12) await hold.promise
    })
    await test.send('POST', path, {})
    await expect.poll(() => answers, { timeout: 60_000 }).toBe(12)
    await test.services.reports.stopAll()
    hold.resolve()
    const next = await openTestApp({ usesRealModels: true, db: test.services.db })
    const interrupted = await readReport(next, path)
    expect(interrupted).toMatchObject({ status: 'interrupted', total: 20 })
    await next.send('POST', path, { resume: true })
    expect(await waitForEnd(next, path)).toMatchObject({ status: 'finished', done: 20 })
  })

  it('is deleted with another provider, host or model, and stays with another name', async () => {
    const { test, id, path, fields } = await open()
    await test.send('POST', path, {})
    await waitForEnd(test, path)
    await test.send('PUT', `/model-configs/${id}`, { ...fields, name: 'Renamed' })
    expect((await readReport(test, path))?.done).toBe(20)
    for (const change of [{ modelName: 'other' }, { baseUrl: 'http://127.0.0.1:9' }, { provider: 'ollama' }]) {
      await test.send('PUT', `/model-configs/${id}`, fields)
      await test.send('POST', path, {})
      await test.send('POST', `${path}/cancel`)
      expect(await readReport(test, path)).not.toBeNull()
      const changed = await test.send('PUT', `/model-configs/${id}`, { ...fields, ...change })
      expect([changed.statusCode, await readReport(test, path)]).toEqual([200, null])
    }
    await test.send('DELETE', `/model-configs/${id}`)
    expect((await test.get(path)).statusCode).toBe(404)
  })

  it('ends when the model of its config is another one', async () => {
    const hold = gate()
    const { test, id, path, fields, model } = await open(() => hold.promise)
    await test.send('POST', path, {})
    await expect.poll(() => model.seen.length, { timeout: 60_000 }).toBe(1)
    await test.send('PUT', `/model-configs/${id}`, { ...fields, modelName: 'other' })
    hold.resolve()
    await test.services.reports.cancel(id)
    expect(await readReport(test, path)).toBeNull()
  })

  it('ends at its cost, which needs a price', async () => {
    const { test, id, path } = await open()
    expect((await test.send('POST', path, { maxCost: 1 })).json()).toMatchObject({ status: 409, code: 'cost-unknown' })
    await test.send('PUT', `/model-configs/${id}/prices`, PRICES)
    await test.send('POST', path, { maxCost: 0.05 })
    const report = await waitForEnd(test, path)
    expect(report?.status).toBe('cost-limit')
    expect(report?.result.cost).toBeLessThanOrEqual(0.05)
  })

  it('says why it failed', async () => {
    const { test, id, path, fields } = await open()
    await test.send('PUT', `/model-configs/${id}`, { ...fields, baseUrl: 'http://127.0.0.1:9' })
    await test.send('POST', path, {})
    expect(await waitForEnd(test, path)).toMatchObject({ status: 'failed', done: 0, error: { code: 'unreachable' } })
  })
})
