import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, it } from 'vitest'

import { makeFolder } from '../support/gamebookFolder.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp } from '../support/testApp.ts'

const ID = '00000000-0000-4000-8000-000000000000'
const PLACES: Readonly<Record<string, string>> = { namespace: 'test', name: 'garden', parameter: 'top_k' }

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE'
const METHODS: readonly Method[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']

async function openApp() {
  const webAppFolder = await makeFolder({ 'index.html': '<title>A</title>', 'assets/index-abc123.js': 'plain' })
  const { app, services } = await openTestApp({ webAppFolder })
  const send = (method: Method, url: string, payload?: string): Promise<LightMyRequestResponse> =>
    app.inject({
      method,
      url,
      headers: { host: 'localhost', ...(payload !== undefined && { 'content-type': 'application/json' }) },
      ...(payload !== undefined && { payload }),
    })
  const documented = (await send('GET', '/api/openapi.json')).json<{ paths: Record<string, object> }>().paths
  const paths = Object.entries(documented).map(([path, operations]) => {
    const own = Object.keys(operations).map((method) => method.toUpperCase())
    return {
      url: path.replace(/\{(\w+)\}/g, (_, name: string) => PLACES[name] ?? ID),
      allowed: [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted(),
    }
  })
  return { send, paths, services }
}

const allowOf = ({ headers }: LightMyRequestResponse): string[] => String(headers['allow']).split(', ').toSorted()

describe('a path of the API', () => {
  it('answers every method that it does not have with a 405 that names those it has', async () => {
    const { send, paths } = await openApp()
    expect(paths.length).toBeGreaterThan(25)
    for (const { url, allowed } of paths) {
      for (const method of METHODS.filter((name) => !allowed.includes(name))) {
        const answer = await send(method, url, method === 'POST' ? '{"broken' : undefined)
        expect([method, url, answer.statusCode]).toEqual([method, url, 405])
        expect(allowOf(answer)).toEqual(allowed)
        if (method !== 'HEAD') expect(problemIn(answer)).toMatchObject({ code: 'method-not-allowed' })
      }
    }
  })

  it('answers OPTIONS with its methods, and allows no other website', async () => {
    const { send, paths } = await openApp()
    for (const { url, allowed } of paths) {
      const answer = await send('OPTIONS', url)
      expect([url, answer.statusCode, answer.body]).toEqual([url, 204, ''])
      expect(allowOf(answer)).toEqual(allowed)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('is unknown with every method if it does not exist', async () => {
    const { send } = await openApp()
    for (const method of METHODS) expect((await send(method, '/api/nothing')).statusCode).toBe(404)
  })
})

const withoutDate = ({ statusCode, headers }: LightMyRequestResponse) => {
  const { date: _date, 'x-ratelimit-remaining': _remaining, ...others } = headers
  return { statusCode, ...others }
}

describe('HEAD', () => {
  it.each(['/', '/index.html', '/sessions/some-id', '/assets/index-abc123.js', '/gone.png', '/api/gone'])(
    'has the headers of GET without a body at %s',
    async (url) => {
      const { send } = await openApp()
      const [head, get] = [await send('HEAD', url), await send('GET', url)]
      expect(withoutDate(head)).toEqual(withoutDate(get))
      expect(head.body).toBe('')
    },
  )

  it('has the headers of GET without a body at every path of the API that can be read', async () => {
    const { send, paths } = await openApp()
    for (const { url } of paths.filter(({ allowed }) => allowed.includes('GET'))) {
      const [head, get] = [await send('HEAD', url), await send('GET', url)]
      expect([url, withoutDate(head)]).toEqual([url, withoutDate(get)])
      expect(head.body).toBe('')
    }
  })
})

describe('the web app', () => {
  it.each(['/', '/sessions/some-id', '/assets/index-abc123.js'])('can only be read at %s', async (url) => {
    const { send } = await openApp()
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as const) {
      const answer = await send(method, url)
      expect([method, answer.statusCode, allowOf(answer)]).toEqual([method, 405, ['GET', 'HEAD', 'OPTIONS']])
    }
    expect((await send('OPTIONS', url)).statusCode).toBe(204)
  })
})
