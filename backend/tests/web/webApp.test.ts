import { beforeAll, describe, expect, it } from 'vitest'

import { makeFolder } from '../support/gamebookFolder.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp } from '../support/testApp.ts'

let webAppFolder: string

beforeAll(async () => {
  webAppFolder = await makeFolder({
    'index.html': '<title>LLM Gamebook</title>',
    'assets/index-abc123.js': 'plain',
    'assets/index-abc123.js.br': 'as brotli',
  })
})

async function get(url: string, headers: Record<string, string> = {}) {
  const { app } = await openTestApp({ webAppFolder })
  return app.inject({ url, headers: { host: 'localhost', ...headers } })
}

describe('the web app', () => {
  it.each(['/', '/sessions/some-id', '/gamebooks/example/low-water', '/apiary'])('is the page at %s', async (url) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.body]).toEqual([200, '<title>LLM Gamebook</title>'])
    expect(answer.headers['cache-control']).toBe('no-cache')
  })

  it('has immutable files cached permanently', async () => {
    const answer = await get('/assets/index-abc123.js')
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('is served precompressed', async () => {
    const answer = await get('/assets/index-abc123.js', { 'accept-encoding': 'br' })
    expect([answer.headers['content-encoding'], answer.body]).toEqual(['br', 'as brotli'])
  })

  it.each([
    '/assets/index-gone.js',
    '/favicon.png',
    '/api/nothing',
    '/api',
    '/../package.json',
    '/%2e%2e/package.json',
  ])('is not at %s', async (url) => {
    expect(problemIn(await get(url)).status).toBeOneOf([403, 404])
  })
})
