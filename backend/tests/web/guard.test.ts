import { describe, expect, it } from 'vitest'

import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestAppOptions } from '../support/testApp.ts'

async function ask(headers: Record<string, string>, options: TestAppOptions = {}, method: 'GET' | 'POST' = 'GET') {
  const { app } = await openTestApp(options)
  const path = method === 'GET' ? '/api/health' : '/api/sessions'
  return app.inject({ method, url: path, headers, ...(method === 'POST' && { payload: { gamebookId: 'test/none' } }) })
}

describe('the host of a request', () => {
  it.each([
    'localhost',
    'localhost:8000',
    'game.localhost:8000',
    '127.0.0.1:8000',
    '127.0.0.2:8000',
    '[::1]:8000',
    '[::ffff:7f00:1]:8000',
    'LOCALHOST',
  ])('may be %s', async (host) => {
    expect((await ask({ host })).statusCode).toBe(200)
  })

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:8000', '192.168.1.7:8000'])(
    'may not be %j',
    async (host) => {
      expect(problemIn(await ask({ host }))).toMatchObject({ status: 403, code: 'foreign-host' })
    },
  )

  it('may be the name of the server', async () => {
    expect((await ask({ host: 'gamebook.lan:8000' }, { host: 'gamebook.lan' })).statusCode).toBe(200)
  })

  it('may be any if the server listens on every address', async () => {
    expect((await ask({ host: '192.168.1.7:8000' }, { host: '0.0.0.0' })).statusCode).toBe(200)
  })
})

describe('a change', () => {
  const host = 'localhost:8000'

  it.each([
    [{ host, origin: 'https://evil.example' }],
    [{ host, origin: 'null' }],
    [{ host, origin: 'http://localhost:9999' }],
    [{ host, 'sec-fetch-site': 'cross-site' }],
    [{ host, 'sec-fetch-site': 'same-site' }],
  ])('is rejected from another site: %j', async (headers) => {
    expect(problemIn(await ask(headers, {}, 'POST'))).toMatchObject({ status: 403, code: 'foreign-origin' })
  })

  it.each([
    [{ host }],
    [{ host, origin: 'http://localhost:8000' }],
    [{ host, 'sec-fetch-site': 'same-origin' }],
    [{ host, 'sec-fetch-site': 'none' }],
  ])("is accepted from the app's own page and from programs: %j", async (headers) => {
    expect(problemIn(await ask(headers, {}, 'POST')).code).toBe('gamebook-not-found')
  })
})

describe('too many requests', () => {
  it('are rejected until a minute has passed', async () => {
    const test = await openTestApp({ requestsPerMinute: 3 })
    for (let requests = 0; requests < 3; requests += 1) expect((await test.get('/health')).statusCode).toBe(200)
    expect(problemIn(await test.get('/health'))).toMatchObject({ status: 429, code: 'too-many-requests' })
  })
})

describe('every answer', () => {
  it('forbids the browser to load anything from elsewhere', async () => {
    const { headers } = await ask({ host: 'localhost' })
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toBeUndefined()
  })
})
