import { describe, expect, it } from 'vitest'

import { createLogger } from '../../../src/logger.ts'
import { startSession } from '../../support/play.ts'
import { problemIn } from '../../support/problem.ts'
import { openTestApp, type TestApp } from '../../support/testApp.ts'

const post = (test: TestApp, payload: string | undefined, type: string | null = 'application/json') =>
  test.app.inject({
    method: 'POST',
    url: '/api/sessions',
    headers: { host: 'localhost', ...(type !== null && { 'content-type': type }) },
    ...(payload !== undefined && { payload }),
  })

describe('a request that cannot be read', () => {
  it.each([
    ['malformed JSON', '{"gamebookId":', 'application/json', 400, 'malformed-json'],
    ['an empty body', '', 'application/json', 400, 'empty-body'],
    ['no body at all', undefined, null, 400, 'empty-body'],
    ['a poisoned prototype', '{"__proto__": {"x": 1}}', 'application/json', 422, 'invalid-input'],
    ['text for JSON', 'hello', 'text/plain', 415, 'unsupported-media-type'],
    ['a form', 'gamebookId=a', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['a body of 2 MiB', `"${'x'.repeat(2 * 1024 * 1024)}"`, 'application/json', 413, 'too-large'],
    ['a list for an object', '[]', 'application/json', 422, 'invalid-input'],
  ])('is a problem: %s', async (_case, payload, type, status, code) => {
    const test = await openTestApp()
    expect(problemIn(await post(test, payload, type))).toMatchObject({ status, code })
  })

  it.each(['/api/nothing', '/api/sessions/no-id', '/api/gamebooks/a/b/c/d', '/api'])(
    'is a problem: unknown path %s',
    async (url) => {
      const test = await openTestApp()
      const answer = await test.app.inject({ url, headers: { host: 'localhost' } })
      expect(problemIn(answer)).toMatchObject({ status: 404, code: 'unknown-path' })
    },
  )

  it('is a problem: an address that cannot be decoded', async () => {
    const test = await openTestApp()
    const answer = await test.app.inject({ url: '/api/%E0%A4%A', headers: { host: 'localhost' } })
    expect(problemIn(answer)).toMatchObject({ status: 400, code: 'bad-request' })
  })

  it('is a problem: a method that a path does not have', async () => {
    const test = await openTestApp()
    expect(problemIn(await test.send('DELETE', '/health')).status).toBe(405)
  })
})

describe('rejected values', () => {
  it('are listed by field, each with its error', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const problem = problemIn(await test.send('PUT', `/sessions/${id}/head`, { descend: 'yes', up: true }))
    expect(problem).toMatchObject({
      status: 422,
      title: 'Unprocessable Entity',
      type: 'urn:llm-gamebook:problem:invalid-input',
      detail: 'messageId: Required.',
      errors: {
        messageId: 'Required.',
        descend: 'Must be a boolean.',
        up: 'Unknown field.',
      },
    })
  })

  it('in a query are listed too', async () => {
    const test = await openTestApp()
    expect(problemIn(await test.get('/sessions?limit=0')).errors).toEqual({ limit: 'Must be 1 or more.' })
  })

  it('are numbers that must be more than another one', async () => {
    const test = await openTestApp()
    const refused = await test.send('POST', `/model-configs/${crypto.randomUUID()}/report`, { maxCost: 0 })
    expect(problemIn(refused).errors).toEqual({ maxCost: 'Must be more than 0.' })
  })
})

describe('an internal error', () => {
  it('shows only a request id, which the log has with the reason', async () => {
    const lines: string[] = []
    const logger = createLogger('warn', { write: (line) => void lines.push(line) })
    const test = await openTestApp({ logger })
    await test.services.db.schema.dropTable('ending_found').execute()
    const problem = problemIn(await test.get('/gamebooks'))
    expect(problem).toMatchObject({ status: 500, code: 'internal-error', requestId: expect.any(String) })
    expect(JSON.stringify(problem)).not.toContain('ending_found')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      requestId: problem.requestId,
      err: { message: expect.stringContaining('ending_found') },
    })
  })
})

describe('the log', () => {
  it('has a line per request with its route, without user input', async () => {
    const lines: string[] = []
    const logger = createLogger('info', { write: (line) => void lines.push(line) })
    const test = await openTestApp({ logger })
    const { id } = await startSession(test)
    lines.length = 0
    await test.send('POST', `/sessions/${id}/messages?secret-query`, { text: 'secret words' })
    await test.get('/secret-path')
    const ofRequests = lines.filter((line) => line.includes('"route"'))
    expect(ofRequests.map((line) => JSON.parse(line))).toMatchObject([
      { level: 30, method: 'POST', route: '/api/sessions/:id/messages', status: 202, ms: expect.any(Number) },
      { level: 30, method: 'GET', route: null, status: 404, ms: expect.any(Number) },
    ])
    expect(lines.join()).not.toContain('secret')
  })

  it('never has a key', async () => {
    const lines: string[] = []
    const logger = createLogger('trace', { write: (line) => void lines.push(line) })
    const test = await openTestApp({ logger })
    const config = { name: 'x', provider: 'openai-compatible', modelName: 'm', baseUrl: 'http://127.0.0.1:1/v1' }
    await test.send('POST', '/model-configs', { ...config, apiKey: 'sk-very-secret' })
    await test.services.db.schema.alterTable('model_config').dropColumn('sealed_key').execute()
    const answer = await test.send('POST', '/model-configs', { ...config, apiKey: 'sk-very-secret' })
    expect(answer.statusCode).toBe(500)
    expect(lines.join()).not.toContain('sk-very-secret')
    logger.error({ apiKey: 'sk-very-secret', config: { apiKey: 'sk-very-secret' } }, 'x')
    expect(lines.join()).toContain('[redacted]')
    expect(lines.join()).not.toContain('sk-very-secret')
  })
})

describe('a path', () => {
  it('may end in a slash', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    for (const path of ['/health/', '/gamebooks/', '/sessions/', `/sessions/${id}/`, `/sessions/${id}/state/`]) {
      expect((await test.get(path)).statusCode).toBe(200)
    }
  })
})
