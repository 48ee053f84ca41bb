import { describe, expect, it } from 'vitest'

import { ModelConfigList, ModelConfigResponse } from '../../src/web/schemas/modelConfig.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const KEY = 'sk-very-secret-1234'
const llama = {
  name: 'Llama at home',
  provider: 'openai-compatible',
  modelName: 'llama3.3:70b',
  baseUrl: 'http://127.0.0.1:9100/v1',
}
const UNKNOWN = '01234567-89ab-7def-8123-456789abcdef'

const create = async (test: TestApp, body: object): Promise<ModelConfigResponse> =>
  ModelConfigResponse.parse((await test.send('POST', '/model-configs/', body)).json())

describe('model configs', () => {
  it('start with the built-in narrator', async () => {
    const test = await openTestApp()
    const { data, count } = (await test.get('/model-configs/')).json()
    expect(count).toBe(1)
    expect(data).toMatchObject([{ name: 'Built-in narrator', provider: 'builtin', baseUrl: null, sessionCount: 0 }])
  })

  it('are created, listed, read, changed and deleted', async () => {
    const test = await openTestApp()
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

  it('have the number of sessions that use them', async () => {
    const test = await openTestApp()
    const { id } = await create(test, llama)
    const open = () => test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId: id })
    const [first] = [await open(), await open()]
    await test.services.engine.stopAll()
    const countOf = async () => ModelConfigResponse.parse((await test.get(`/model-configs/${id}`)).json()).sessionCount
    expect(await countOf()).toBe(2)
    await test.send('DELETE', `/sessions/${String(first.json().id)}`)
    expect(await countOf()).toBe(1)
  })

  it('keep an omitted key, replace a new one and remove it for null', async () => {
    const test = await openTestApp()
    const { id } = await create(test, { ...llama, apiKey: KEY })
    const put = async (change: object) =>
      (await test.send('PUT', `/model-configs/${id}`, { ...llama, ...change })).json()
    expect((await put({})).apiKey).toEqual({ source: 'stored', lastFour: '1234' })
    expect((await put({ apiKey: 'sk-another-9876' })).apiKey).toEqual({ source: 'stored', lastFour: '9876' })
    expect((await put({ apiKey: null })).apiKey).toEqual({ source: 'none' })
  })
})

describe('a copy of a model config', () => {
  it('has everything but the id, the name and the last test, and its key can be decrypted', async () => {
    const test = await openTestApp()
    const original = await create(test, { ...llama, apiKey: KEY, seed: 7, exactAddress: true })
    const answer = await test.send('POST', `/model-configs/${original.id}/duplicate`)
    const copy = answer.json()
    expect(answer.statusCode).toBe(201)
    expect(copy.id).not.toBe(original.id)
    const { id, createdAt, updatedAt, ...same } = original
    expect(copy).toMatchObject({
      ...same,
      name: 'Llama at home (copy)',
      apiKey: { source: 'stored', lastFour: '1234' },
    })
    const again = (await test.send('POST', `/model-configs/${copy.id}/duplicate`)).json()
    expect(again.name).toBe('Llama at home (copy 2)')
    await test.send('DELETE', `/model-configs/${original.id}`)
    expect((await test.get(`/model-configs/${copy.id}`)).json().apiKey.source).toBe('stored')
  })

  it('has a name within the limit', async () => {
    const test = await openTestApp()
    const { id } = await create(test, { ...llama, name: 'x'.repeat(255) })
    const { name } = ModelConfigResponse.parse((await test.send('POST', `/model-configs/${id}/duplicate`)).json())
    expect([name.length, name.slice(-7)]).toEqual([255, ' (copy)'])
  })

  it('of a config with an unreadable key has no key, and says so', async () => {
    const test = await openTestApp()
    const { id } = await create(test, { ...llama, apiKey: KEY })
    await test.services.db.updateTable('modelConfig').set({ sealedKey: 'v1.damaged' }).where('id', '=', id).execute()
    expect((await test.get(`/model-configs/${id}`)).json().apiKey).toEqual({ source: 'unreadable' })
    const copy = (await test.send('POST', `/model-configs/${id}/duplicate`)).json()
    expect(copy.apiKey).toEqual({ source: 'none' })
    expect(copy.notes).toEqual([expect.stringContaining('Enter it again')])
  })
})

describe('the order of model configs', () => {
  it('is set by the user, then by creation time', async () => {
    const test = await openTestApp()
    const ids: string[] = []
    for (const name of ['A', 'B', 'C']) ids.push((await create(test, { ...llama, name })).id)
    const names = async () =>
      ModelConfigList.parse((await test.get('/model-configs')).json()).data.map(({ name }) => name)
    expect(await names()).toEqual(['Built-in narrator', 'A', 'B', 'C'])
    const answer = await test.send('PUT', '/model-configs/order', { ids: [ids[2], ids[0]] })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(await names()).toEqual(['C', 'A', 'Built-in narrator', 'B'])
    await create(test, { ...llama, name: 'D' })
    expect(await names()).toEqual(['C', 'A', 'Built-in narrator', 'B', 'D'])
  })

  it('rejects duplicate ids', async () => {
    const test = await openTestApp()
    const { id } = await create(test, llama)
    const problem = problemIn(await test.send('PUT', '/model-configs/order', { ids: [id, id] }))
    expect([problem.status, problem.errors]).toEqual([422, { ids: 'Each id can appear once.' }])
  })
})

describe('a model config', () => {
  it('loses its key when the host changes', async () => {
    const test = await openTestApp()
    const { id } = await create(test, { ...llama, apiKey: KEY })
    const moved = await test.send('PUT', `/model-configs/${id}`, { ...llama, baseUrl: 'https://elsewhere.example/v1' })
    expect(moved.json().apiKey).toEqual({ source: 'none' })
  })

  it('has its key encrypted in the database, and never returns it', async () => {
    const test = await openTestApp()
    const created = await test.send('POST', '/model-configs/', { ...llama, apiKey: KEY })
    const listed = await test.get('/model-configs/')
    const stored = await test.services.db.selectFrom('modelConfig').selectAll().execute()
    for (const text of [created.body, listed.body, JSON.stringify(stored)]) expect(text).not.toContain(KEY)
    expect(stored[1]?.sealedKey).toMatch(/^v1\./)
  })

  it.each([
    ['spaces', `  ${KEY} `],
    ['line ends', `\n${KEY}\r\n`],
    ['invisible characters', `\u200b${KEY}\ufeff`],
  ])('has %s around its key removed, and says so', async (_case, apiKey) => {
    const test = await openTestApp()
    const created = await create(test, { ...llama, apiKey })
    const [, row] = await test.services.db.selectFrom('modelConfig').selectAll().execute()
    expect(test.services.keyCipher.decrypt(row?.sealedKey ?? '', created.id)).toBe(KEY)
    expect(created.notes).toEqual(['Spaces around the key were removed.'])
    const replaced = await test.send('PUT', `/model-configs/${created.id}`, { ...llama, apiKey })
    expect(replaced.json().notes).toEqual(['Spaces around the key were removed.'])
    expect((await create(test, { ...llama, apiKey: KEY })).notes).toEqual([])
  })

  it('says that its key was removed with the host', async () => {
    const test = await openTestApp()
    const { id } = await create(test, { ...llama, apiKey: KEY })
    const moved = await test.send('PUT', `/model-configs/${id}`, { ...llama, baseUrl: 'http://127.0.0.1:9101/v1' })
    expect(moved.json().notes).toEqual([expect.stringContaining('for another host')])
  })

  it('only shows that a short key exists', async () => {
    const test = await openTestApp()
    expect((await create(test, { ...llama, apiKey: 'short' })).apiKey).toEqual({ source: 'stored' })
  })

  it.each([
    ['an empty name', 'name', { ...llama, name: '' }],
    ['a blank name', 'name', { ...llama, name: ' \t ' }],
    ['an invisible name', 'name', { ...llama, name: '\u200b\u2060' }],
    ['a long name', 'name', { ...llama, name: 'x'.repeat(256) }],
    ['no name', 'name', { provider: 'builtin' }],
    ['an unknown provider', 'provider', { ...llama, provider: 'nobody' }],
    ['an empty model', 'modelName', { ...llama, modelName: '' }],
    ['an address that is none', 'baseUrl', { ...llama, baseUrl: 'no address' }],
    ['an address of a file', 'baseUrl', { ...llama, baseUrl: 'file:///etc/passwd' }],
    ['a script as address', 'baseUrl', { ...llama, baseUrl: 'javascript:alert(1)' }],
    ['an address with an invisible command', 'baseUrl', { ...llama, baseUrl: 'http://127.0.0.1/\u0000v1' }],
    ['the address of the cloud it runs in', 'baseUrl', { ...llama, baseUrl: 'http://169.254.169.254/latest' }],
    ['the same in other digits', 'baseUrl', { ...llama, baseUrl: 'http://2852039166/' }],
    ['the same in the new notation', 'baseUrl', { ...llama, baseUrl: 'http://[::ffff:169.254.169.254]/' }],
    ['the name of the cloud it runs in', 'baseUrl', { ...llama, baseUrl: 'http://metadata.google.internal/v1' }],
    ['a key and a user in its address', 'baseUrl', { ...llama, baseUrl: 'http://me:pw@127.0.0.1/v1' }],
    ['no address where one is needed', 'baseUrl', { ...llama, baseUrl: null }],
    ['an empty key', 'apiKey', { ...llama, apiKey: '' }],
    ['a blank key', 'apiKey', { ...llama, apiKey: ' \n' }],
    ['a key of two lines', 'apiKey', { ...llama, apiKey: 'sk-one\nsk-two' }],
    ['a key that no header can hold', 'apiKey', { ...llama, apiKey: 'sk-ключ' }],
    ['a long model', 'modelName', { ...llama, modelName: 'x'.repeat(256) }],
    ['a long key', 'apiKey', { ...llama, apiKey: 'x'.repeat(1001) }],
    ['an unknown field', 'colour', { ...llama, colour: 'red' }],
  ])('with %s is rejected, naming the field %s', async (_case, field, body) => {
    const test = await openTestApp()
    const problem = problemIn(await test.send('POST', '/model-configs/', body))
    expect([problem.status, problem.code]).toEqual([422, 'invalid-input'])
    expect(Object.keys(problem.errors ?? {})).toContain(field)
  })

  it('explains what is wrong', async () => {
    const test = await openTestApp()
    const { errors } = problemIn(await test.send('POST', '/model-configs/', { name: '', provider: 'nobody' }))
    expect(errors).toMatchObject({
      name: 'Must not be empty.',
      provider: 'Provider not supported',
      modelName: 'Required.',
    })
    const nowhere = await test.send('POST', '/model-configs/', { name: 'A', provider: 'ollama', modelName: 'llama3' })
    expect(problemIn(nowhere).errors).toEqual({ baseUrl: 'Base URL is required for Ollama' })
  })

  it('with an unknown id is not found', async () => {
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

  it('of the built-in narrator can be deleted and created again', async () => {
    const test = await openTestApp()
    const [builtin] = (await test.get('/model-configs/')).json().data
    expect((await test.send('DELETE', `/model-configs/${builtin.id}`)).statusCode).toBe(204)
    const again = { name: 'No AI', provider: 'builtin', modelName: 'builtin' }
    expect((await test.send('POST', '/model-configs/', again)).statusCode).toBe(201)
  })
})
