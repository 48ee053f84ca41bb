import { describe, expect, it } from 'vitest'

import { problemIn } from '../kit/problem.ts'
import { openTestApp, type TestApp } from '../kit/testApp.ts'
import { DATABASES } from '../kit/testDb.ts'

const KEY = 'sk-very-secret-1234'
const llama = {
  name: 'Llama at home',
  provider: 'openai-compatible',
  modelName: 'llama3.3:70b',
  baseUrl: 'http://127.0.0.1:9100/v1',
}
const UNKNOWN = '01234567-89ab-7def-8123-456789abcdef'

const create = async (test: TestApp, body: object) => (await test.send('POST', '/model-configs/', body)).json()

describe.each(DATABASES)('model configs in %s', (database) => {
  it('begin with the built-in narrator', async () => {
    const test = await openTestApp({ database })
    const { data, count } = (await test.get('/model-configs/')).json()
    expect(count).toBe(1)
    expect(data).toMatchObject([{ name: 'Built-in narrator', provider: 'builtin', baseUrl: null, sessionCount: 0 }])
  })

  it('are created, listed, read, changed and deleted', async () => {
    const test = await openTestApp({ database })
    const answer = await test.send('POST', '/model-configs/', { ...llama, apiKey: KEY })
    expect(answer.statusCode).toBe(201)
    const created = answer.json()
    expect(created).toMatchObject({ ...llama, apiKey: { source: 'stored', lastFour: '1234' }, sessionCount: 0 })
    expect((await test.get('/model-configs')).json().data[1]).toEqual(created)
    expect((await test.get(`/model-configs/${created.id}/`)).json()).toEqual(created)

    const changed = await test.send('PUT', `/model-configs/${created.id}`, { ...llama, name: 'Llama' })
    expect(changed.json()).toMatchObject({ id: created.id, name: 'Llama', apiKey: { source: 'stored' } })

    const deleted = await test.send('DELETE', `/model-configs/${created.id}`)
    expect([deleted.statusCode, deleted.body]).toEqual([204, ''])
    expect((await test.get('/model-configs')).json().count).toBe(1)
  })

  it('keep a key that is left out, replace one that is given and remove it for null', async () => {
    const test = await openTestApp({ database })
    const { id } = await create(test, { ...llama, apiKey: KEY })
    const put = async (change: object) =>
      (await test.send('PUT', `/model-configs/${id}`, { ...llama, ...change })).json()
    expect((await put({})).apiKey).toEqual({ source: 'stored', lastFour: '1234' })
    expect((await put({ apiKey: 'sk-another-9876' })).apiKey).toEqual({ source: 'stored', lastFour: '9876' })
    expect((await put({ apiKey: null })).apiKey).toEqual({ source: 'none' })
  })
})

describe('a model config', () => {
  it('loses its key with its host', async () => {
    const test = await openTestApp()
    const { id } = await create(test, { ...llama, apiKey: KEY })
    const moved = await test.send('PUT', `/model-configs/${id}`, { ...llama, baseUrl: 'https://elsewhere.example/v1' })
    expect(moved.json().apiKey).toEqual({ source: 'none' })
  })

  it('has its key encrypted in the database, and in no answer', async () => {
    const test = await openTestApp()
    const created = await test.send('POST', '/model-configs/', { ...llama, apiKey: KEY })
    const listed = await test.get('/model-configs/')
    const stored = await test.services.db.selectFrom('modelConfig').selectAll().execute()
    for (const text of [created.body, listed.body, JSON.stringify(stored)]) expect(text).not.toContain(KEY)
    expect(stored[1]?.sealedKey).toMatch(/^v1\./)
  })

  it('tells nothing of a short key but that there is one', async () => {
    const test = await openTestApp()
    expect((await create(test, { ...llama, apiKey: 'short' })).apiKey).toEqual({ source: 'stored' })
  })

  it.each([
    ['an empty name', 'name', { ...llama, name: '' }],
    ['a long name', 'name', { ...llama, name: 'x'.repeat(256) }],
    ['no name', 'name', { provider: 'builtin' }],
    ['an unknown provider', 'provider', { ...llama, provider: 'nobody' }],
    ['an empty model', 'modelName', { ...llama, modelName: '' }],
    ['an address that is none', 'baseUrl', { ...llama, baseUrl: 'no address' }],
    ['an address of a file', 'baseUrl', { ...llama, baseUrl: 'file:///etc/passwd' }],
    ['no address where one is needed', 'baseUrl', { ...llama, baseUrl: null }],
    ['an empty key', 'apiKey', { ...llama, apiKey: '' }],
    ['a long key', 'apiKey', { ...llama, apiKey: 'x'.repeat(1001) }],
    ['an unknown field', 'colour', { ...llama, colour: 'red' }],
  ])('with %s is refused, and the field %s is named', async (_case, field, body) => {
    const test = await openTestApp()
    const problem = problemIn(await test.send('POST', '/model-configs/', body))
    expect([problem.status, problem.code]).toEqual([422, 'invalid-input'])
    expect(Object.keys(problem.errors ?? {})).toContain(field)
  })

  it('says what is wrong in words', async () => {
    const test = await openTestApp()
    const { errors } = problemIn(await test.send('POST', '/model-configs/', { name: '', provider: 'nobody' }))
    expect(errors).toMatchObject({
      name: 'This must not be empty.',
      provider: 'Provider not supported',
      modelName: 'This is required.',
    })
  })

  it('is not found by an unknown id', async () => {
    const test = await openTestApp()
    for (const answer of [
      await test.get(`/model-configs/${UNKNOWN}`),
      await test.send('PUT', `/model-configs/${UNKNOWN}`, llama),
      await test.send('DELETE', `/model-configs/${UNKNOWN}`),
    ]) {
      expect(problemIn(answer)).toMatchObject({
        status: 404,
        code: 'model-config-not-found',
        detail: 'Model not found',
      })
    }
  })

  it('of the built-in narrator can be deleted and made anew', async () => {
    const test = await openTestApp()
    const [builtin] = (await test.get('/model-configs/')).json().data
    expect((await test.send('DELETE', `/model-configs/${builtin.id}`)).statusCode).toBe(204)
    const again = { name: 'No AI', provider: 'builtin', modelName: 'builtin' }
    expect((await test.send('POST', '/model-configs/', again)).statusCode).toBe(201)
  })
})
