import { setImmediate } from 'node:timers/promises'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'

import { createModelLists } from '../../src/models/list/modelLists.ts'
import { chat } from '../support/providerStreams.ts'
import { openEvents } from '../support/eventStream.ts'
import { type LoggedApp, openLoggedApp } from '../support/loggedApp.ts'
import { NETWORK_PROVIDERS } from '../support/networkProviders.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { systemClock } from '../../src/clock.ts'

/** Takes every question and never answers; tells when its connections were closed. */
async function openBlackHole() {
  const closed: Promise<void>[] = []
  const { url, seen } = await openProvider((response) => {
    closed.push(new Promise((resolve) => response.once('close', resolve)))
  })
  return { url, seen, closed }
}

const sayWord = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end(chat({ content: 'Wet grass.' }))
}

const lastOf = async (app: LoggedApp, id: string) => (await app.session(id)).messages.at(-1)

describe('a provider that accepts requests and never answers', () => {
  it('does not slow down pages, lists or other sessions', async () => {
    const app = await openLoggedApp()
    const [hole, good] = [await openBlackHole(), await openProvider(sayWord)]
    const [dead, alive] = [
      await app.createConfig({ provider: 'openai-compatible', baseUrl: hole.url }),
      await app.createConfig({ provider: 'openai-compatible', baseUrl: good.url }),
    ]
    const waiting = await app.createSession(dead)
    const list = app.request('POST', '/model-configs/models', {
      provider: 'openai-compatible',
      modelName: 'm',
      baseUrl: hole.url,
    })
    const asked = app.request('POST', `/model-configs/${dead}/test`)
    // The server ends before they do.
    for (const unanswered of [list, asked]) unanswered.catch(() => {})
    while (hole.seen.length < 3) await setImmediate()

    const since = performance.now()
    for (const path of [
      '/model-configs',
      `/model-configs/${dead}`,
      '/providers',
      '/sessions',
      `/sessions/${waiting}`,
    ]) {
      expect((await app.request('GET', path)).status).toBe(200)
    }
    const other = await app.createSession(alive)
    await app.waitForAnswer(other)
    expect(performance.now() - since).toBeLessThan(2000)
    expect((await lastOf(app, other))?.status).toBe('done')
    expect(app.services.engine.runningAnswer(waiting)).toBeDefined()
  })

  it.each(NETWORK_PROVIDERS)('is disconnected within a second of Stop: %s', async (provider) => {
    const app = await openLoggedApp()
    const hole = await openBlackHole()
    const session = await app.createSession(await app.createConfig({ provider, baseUrl: hole.url }))
    while (hole.closed.length === 0) await setImmediate()
    const since = performance.now()
    await app.request('POST', `/sessions/${session}/stop`)
    await hole.closed[0]
    expect(performance.now() - since).toBeLessThan(1000)
    expect(await lastOf(app, session)).toMatchObject({ status: 'stopped', error: null })
  })

  it('is disconnected within a second of Stop without streaming', async () => {
    const app = await openLoggedApp()
    const hole = await openBlackHole()
    const fields = { provider: 'openai-compatible', baseUrl: hole.url, inOnePiece: true }
    const session = await app.createSession(await app.createConfig(fields))
    while (hole.closed.length === 0) await setImmediate()
    const since = performance.now()
    await app.request('POST', `/sessions/${session}/stop`)
    await hole.closed[0]
    expect(performance.now() - since).toBeLessThan(1000)
  })
})

describe('a provider that is overloaded before the first word', () => {
  it('gets a retry that is shown at once, and Stop ends the wait', async () => {
    const app = await openLoggedApp()
    const { url, seen } = await openProvider((response) => answerJson(response, 503, {}, { 'retry-after': '15' }))
    const session = await app.createSession(await app.createConfig({ provider: 'openai-compatible', baseUrl: url }))
    const listening = await openEvents(app.address, session)
    const said = (words: string | undefined) => words?.includes('Retrying in 15 s') === true
    await listening.next((event) =>
      event.type === 'notice'
        ? said(event.notice)
        : event.type === 'snapshot' && event.session.messages.some(({ model }) => model?.notices?.some(said)),
    )
    const since = performance.now()
    await app.request('POST', `/sessions/${session}/stop`)
    listening.close()
    expect(performance.now() - since).toBeLessThan(1000)
    expect([seen.length, (await lastOf(app, session))?.status]).toEqual([1, 'stopped'])
  })

  it('is never silently replaced by another', async () => {
    const app = await openLoggedApp()
    const other = await openProvider(sayWord)
    const { url, seen } = await openProvider((response) => answerJson(response, 401, { error: { message: 'No.' } }))
    await app.createConfig({ name: 'Other', provider: 'openai-compatible', baseUrl: other.url })
    const id = await app.createConfig({ provider: 'openai-compatible', baseUrl: url })
    const session = await app.createSession(id)
    await app.waitForAnswer(session)
    expect(await lastOf(app, session)).toMatchObject({
      status: 'failed',
      modelConfigId: id,
      error: { code: 'invalid-key' },
    })
    expect([seen.length, other.seen.length]).toEqual([1, 0])
  })

  it('gets no retry once text has arrived', async () => {
    const app = await openLoggedApp()
    const { url, seen } = await openProvider((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end(
        chat({ content: 'Wet ' }).replace(
          /data: \{[^\n]*"stop"[\s\S]*/,
          'data: {"error":{"code":503,"message":"Busy"}}\n\n',
        ),
      )
    })
    const session = await app.createSession(await app.createConfig({ provider: 'openai-compatible', baseUrl: url }))
    await app.waitForAnswer(session)
    expect(await lastOf(app, session)).toMatchObject({ status: 'interrupted', error: { code: 'overloaded' } })
    expect(seen).toHaveLength(1)
  })
})

describe('a cached model list', () => {
  it("is returned with its age while a newer one is fetched or can't be", async () => {
    let time = Date.parse('2026-01-01T00:00:00Z')
    let isAlive = true
    const { url, seen } = await openProvider((response) => {
      if (isAlive) answerJson(response, 200, { data: [{ id: `model-${seen.length}` }] })
    })
    const lists = createModelLists({ now: () => new Date(time).toISOString() })
    const access = {
      provider: 'openai-compatible',
      apiKey: null,
      extraHeaders: null,
      extraBody: null,
      listUrl: `${url}/models`,
    } as const
    const [first, same] = await Promise.all([lists.get(access), lists.get(access)])
    expect([first.data, same.data, seen.length]).toEqual([[{ id: 'model-1' }], [{ id: 'model-1' }], 1])

    isAlive = false
    time += 60 * 60 * 1000
    expect(await lists.get(access)).toEqual({ data: [{ id: 'model-1' }], fetchedAt: '2026-01-01T00:00:00.000Z' })
    while (seen.length < 2) await setImmediate()
  })

  it('is fetched again on request, and says why that failed', async () => {
    let status = 200
    const { url } = await openProvider((response) => answerJson(response, status, { data: [{ id: 'a' }] }))
    const lists = createModelLists(systemClock)
    const access = {
      provider: 'openai-compatible',
      apiKey: null,
      extraHeaders: null,
      extraBody: null,
      listUrl: `${url}/models`,
    } as const
    await lists.get(access)
    status = 500
    expect(await lists.get(access, { refresh: true })).toMatchObject({
      data: [{ id: 'a' }],
      refreshError: expect.any(Error),
    })
    status = 200
    expect(await lists.get(access, { refresh: true })).not.toHaveProperty('refreshError')
  })
})
