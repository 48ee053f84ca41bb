import { describe, expect, it } from 'vitest'

import { ARMS } from '../../src/benchmark/arms/arms.ts'
import { expectUse } from '../../src/benchmark/run/expectCost.ts'
import { lastResults, listJobs, listOpenJobs } from '../../src/benchmark/run/planRun.ts'
import { figuresOf } from '../../src/benchmark/score/figures.ts'
import { reportOn } from '../../src/benchmark/score/report.ts'
import type { TurnResult } from '../../src/benchmark/score/turnResult.ts'
import { systemClock } from '../../src/clock.ts'
import { NO_REQUEST_LOG, type RequestContext, type RequestLog } from '../../src/models/transport/requestLog.ts'
import { BEHAVIORS } from '../support/scriptedModels/behaviors.ts'
import { openScriptedModel } from '../support/scriptedModels/openScriptedModel.ts'
import { narratorAt, readBooks, runScripted } from '../support/scriptedModels/runScripted.ts'

const books = await readBooks(['room-seven'])
const { perfect } = BEHAVIORS

/** What does not depend on the time. */
const untimed = (results: readonly TurnResult[]) =>
  results
    .map(({ firstWordMs, wordsPerSecond, ...rest }) => rest)
    .toSorted((one, other) => (one.turn < other.turn ? -1 : 1))

describe('a run', () => {
  it('has the same order for the same seed, and another one for another', () => {
    const plan = (seed: number) =>
      listJobs({
        arms: ['full'],
        seed,
        books: [{ id: 'one', turns: Array.from({ length: 20 }, (_, turn) => `${turn}`) }],
      })
    expect(plan(1)).toEqual(plan(1))
    expect(plan(1)).not.toEqual(plan(2))
    expect(new Set(plan(2).map(({ turn }) => turn)).size).toBe(20)
  })

  it('goes on after it was canceled, and measures no turn twice', async () => {
    const whole = await runScripted(perfect, books)
    const stop = new AbortController()
    const first: TurnResult[] = []
    const canceled = await runScripted(perfect, books, ['full'], {
      signal: stop.signal,
      onResult(result) {
        first.push(result)
        if (first.length === 7) stop.abort()
      },
    })
    expect(canceled.end.end).toBe('canceled')
    expect(first).toHaveLength(7)
    const progress: number[] = []
    const second: TurnResult[] = []
    const resumed = await runScripted(perfect, books, ['full'], {
      results: first,
      onResult(result, { done }) {
        second.push(result)
        progress.push(done)
      },
    })
    expect(resumed.end.end).toBe('finished')
    expect(second).toHaveLength(13)
    expect(progress[0]).toBe(8)
    expect(untimed([...first, ...second])).toEqual(untimed(whole.results))
  })

  it('keeps no turn in which it was canceled', async () => {
    const stop = new AbortController()
    const model = await openScriptedModel({
      books,
      behavior: perfect,
      beforeAnswer: () => stop.abort(),
    })
    const { results, end } = await runScripted(perfect, books, ['full'], {
      narrator: await narratorAt(model.url),
      signal: stop.signal,
    })
    await model.close()
    expect([end.end, results]).toEqual(['canceled', []])
  })

  it('ends before it costs more than its limit, with what it has measured', async () => {
    const whole = reportOn((await runScripted(perfect, books)).results).cost ?? NaN
    const limits = { maxCost: whole / 2, maxMinutes: null }
    const { results, end } = await runScripted(perfect, books, ['full'], { limits })
    expect(end.end).toBe('cost-limit')
    expect(results.length).toBeGreaterThan(5)
    expect(reportOn(results).cost).toBeLessThanOrEqual(limits.maxCost)
    const further = await runScripted(perfect, books, ['full'], { limits, results })
    expect(further).toEqual({ results: [], end: { end: 'cost-limit', error: null } })
  })

  it('counts what turns cost that failed and were measured again', async () => {
    const { results } = await runScripted(perfect, books, ['full'], { limits: { maxCost: 1, maxMinutes: null } })
    const whole = reportOn(results).cost ?? NaN
    const kept = results.slice(0, 5)
    const failed = kept.map((result) => ({ ...result, error: 'server-error' }))
    const limits = { maxCost: whole / 2, maxMinutes: null }
    const further = await runScripted(perfect, books, ['full'], { limits, results: [...failed, ...kept] })
    const cheaper = await runScripted(perfect, books, ['full'], { limits, results: kept })
    expect([further.end.end, cheaper.end.end]).toEqual(['cost-limit', 'cost-limit'])
    expect(further.results.length).toBeLessThan(cheaper.results.length)
  })

  it('ends before its limit with a provider that counts no tokens', async () => {
    const expected = await expectUse({
      ...{ narrator: await narratorAt('http://127.0.0.1:9'), books },
      ...{ arms: ['full'] as const, clock: systemClock },
    })
    const limits = { maxCost: (expected.cost ?? NaN) * 0.51, maxMinutes: null }
    const { results, end } = await runScripted(perfect, books, ['full'], { limits, countsTokens: false })
    expect([end.end, results.length]).toEqual(['cost-limit', expected.turns / 2])
  })

  it('sends nothing if its first turn is expected to cost more than its limit', async () => {
    const { results, end } = await runScripted(perfect, books, ['full'], {
      limits: { maxCost: 1e-9, maxMinutes: null },
    })
    expect([end.end, results]).toEqual(['cost-limit', []])
  })

  it('ends after its time', async () => {
    const { results, end } = await runScripted(perfect, books, ['full'], { limits: { maxCost: null, maxMinutes: 0 } })
    expect([end.end, results]).toEqual(['time-limit', []])
  })

  it('fails when the provider does, says why, and measures these turns again later', async () => {
    const narrator = await narratorAt('http://127.0.0.1:9')
    const { results, end } = await runScripted(perfect, books, ['full'], { narrator })
    expect(end.end).toBe('failed')
    expect(end.error?.code).toBe('unreachable')
    expect(results.every(({ error }) => error === 'unreachable')).toBe(true)
    expect(figuresOf('full', results)).toMatchObject({ turns: 0, failed: results.length, driftPer100: null })
    expect(reportOn(results).recommendation.verdict).toBe('unknown')
    const resumed = await runScripted(perfect, books, ['full'], { results })
    expect(resumed.results).toHaveLength(20)
    expect(reportOn(lastResults([...results, ...resumed.results])).recommendation.verdict).toBe('good')
  }, 120_000)

  it('logs each request as one of the benchmark, outside of all sessions', async () => {
    const opened: RequestContext[] = []
    const requests: RequestLog = {
      ...NO_REQUEST_LOG,
      open(context) {
        opened.push(context)
        return { observe: (call) => call(), heard() {}, end() {} }
      },
    }
    await runScripted(perfect, books, ['full'], { requests })
    expect(opened.length).toBeGreaterThan(20)
    expect(new Set(opened.map(({ purpose, sessionId, messageId }) => `${purpose} ${sessionId} ${messageId}`))).toEqual(
      new Set(['benchmark null null']),
    )
  })
})

describe('the arms', () => {
  it('give a model more and more of the app', async () => {
    const { results } = await runScripted(perfect, books, ARMS)
    expect(reportOn(results).figures.map(({ arm }) => arm)).toEqual(['prompt', 'tools', 'conditions', 'full'])
    const [prompt, tools, conditions, full] = reportOn(results).figures
    // Without functions, nothing can be due, and all that is told has not happened.
    expect(prompt?.callsMade.of).toBe(0)
    expect(prompt?.driftPer100).toBeGreaterThan(20)
    // Without conditions, what should be refused happens.
    expect(tools?.callsMade).toEqual({ hits: 16, of: 16 })
    expect(tools?.refusalsNarrated).toEqual({ hits: 0, of: 2 })
    expect(conditions?.refusalsNarrated).toEqual({ hits: 2, of: 2 })
    expect(full?.driftPer100).toBe(0)
  })

  it('send neither tools nor earlier calls to a model that has only the prompt', async () => {
    const model = await openScriptedModel({ books, behavior: perfect })
    await runScripted(perfect, books, ['prompt'], { narrator: await narratorAt(model.url) })
    await model.close()
    expect(model.seen).toHaveLength(20)
    expect(model.seen.filter(({ hasTools, request }) => hasTools || request.includes('tool_call'))).toEqual([])
  })

  it('read calls out of the text only where a model has all of the app', async () => {
    const inText: typeof perfect = (step) => {
      const { calls, text } = perfect(step)
      const [call] = calls
      if (call === undefined) return { calls: [], text }
      return {
        calls: [],
        text: `<tool_call>${JSON.stringify({ name: call.function, arguments: call.args })}</tool_call>`,
      }
    }
    const { results } = await runScripted(inText, books, ['conditions', 'full'])
    const [conditions, full] = reportOn(results).figures
    expect(conditions?.callsMade.hits).toBe(0)
    expect(full?.callsMade.hits).toBeGreaterThan(12)
  })
})

describe('what a run is expected to use', () => {
  it('is near what a model that does everything right uses, without a request', async () => {
    const model = await openScriptedModel({ books, behavior: perfect })
    const narrator = await narratorAt(model.url)
    const expected = await expectUse({ narrator, books, arms: ['full'], clock: systemClock })
    await model.close()
    expect(model.seen).toHaveLength(0)
    const used = reportOn((await runScripted(perfect, books)).results)
    const [figures] = used.figures
    expect(expected).toMatchObject({ turns: 20, requests: 38, currency: 'USD' })
    expect(expected.inputTokens / 20 / (figures?.inputTokens ?? NaN)).toBeGreaterThan(0.6)
    expect(expected.inputTokens / 20 / (figures?.inputTokens ?? NaN)).toBeLessThan(1.7)
    expect(expected.cost).toBeGreaterThan(0)
  })

  it('has no cost where the price is not known', async () => {
    const narrator = { ...(await narratorAt('http://127.0.0.1:9')), findPrices: () => null }
    const expected = await expectUse({ narrator, books, arms: ['prompt', 'full'], clock: systemClock })
    expect(expected).toMatchObject({ turns: 40, cost: null, currency: null })
  })

  it('leaves no turn open that has a result', () => {
    const jobs = listJobs({ arms: ['full'], seed: 1, books: [{ id: 'one', turns: ['a', 'b'] }] })
    expect(listOpenJobs(jobs, [])).toEqual(jobs)
  })
})
