import { beforeEach, describe, expect, it } from 'vitest'

import { ModelConfigList } from '../../src/web/schemas/modelConfig.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const FIELDS = { name: 'Quill', provider: 'openai-compatible', modelName: 'quill-1', baseUrl: 'http://127.0.0.1:9/v1' }
const GOOD = '{"temperature":0.4}'
const SAVED_AT = '2026-01-01T00:00:00.000Z'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})

const create = (fields: object) => app.send('POST', '/model-configs', { ...FIELDS, ...fields })

async function list() {
  const answer = await app.get('/model-configs')
  expect(answer.statusCode).toBe(200)
  return ModelConfigList.parse(answer.json())
}

describe('a config is refused at its field for', () => {
  const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) })
  const headers = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`X-${at}`, 'a']))

  it.each([
    ['a reserved field in capitals', { extraBody: { Model: 'other' } }, 'extraBody', 'Model is set by the app'],
    ['a reserved field in upper case', { extraBody: { STREAM: false } }, 'extraBody', 'STREAM is set by the app'],
    ['a reserved field in another spelling', { extraBody: { 'Tool-Choice': 'none' } }, 'extraBody', 'set by the app'],
    ['a reserved header', { extraHeaders: { AUTHORIZATION: 'x' } }, 'extraHeaders.AUTHORIZATION', 'set by the app'],
    ['3,000 headers', { extraHeaders: headers(3000) }, 'extraHeaders', 'this has 3000'],
    [
      '9 KB of headers',
      { extraHeaders: { A: 'a'.repeat(4000), B: 'b'.repeat(4000), C: 'c'.repeat(999) } },
      'extraHeaders',
      'bytes',
    ],
    ['a header twice', { extraHeaders: { 'X-Team': 'a', 'x-team': 'b' } }, 'extraHeaders', 'x-team appears twice'],
    ['a name that is none', { extraHeaders: { 'X Team': 'a' } }, 'extraHeaders.X Team', 'header name'],
    ['a line break in a value', { extraHeaders: { 'X-Team': 'a\r\nX-Admin: 1' } }, 'extraHeaders.X-Team', 'one line'],
    ['a letter that headers lack', { extraHeaders: { 'X-Team': 'ü' } }, 'extraHeaders.X-Team', 'plain text'],
    ['a field that is too large', { extraBody: { words: 'ü'.repeat(40_000) } }, 'extraBody', 'bytes'],
    ['too many levels', { extraBody: nested(40) }, 'extraBody', '32 levels'],
    ['far too many levels', { extraBody: nested(3000) }, 'extraBody', 'levels'],
    ['a metadata address', { baseUrl: 'http://[64:ff9b::a9fe:a9fe]/v1' }, 'baseUrl', 'blocked'],
  ])('%s', async (_what, fields, field, message) => {
    const problem = problemIn(await create(fields))
    expect(problem).toMatchObject({ status: 422, code: 'invalid-input' })
    expect(problem.errors?.[field]).toContain(message)
  })

  it.each(['{"__proto__": {"a": 1}}', '{"a": [{"__proto__": 1}]}'])('a name of every object: %s', async (extraBody) => {
    const answer = await app.app.inject({
      method: 'POST',
      url: '/api/model-configs',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      payload: JSON.stringify(FIELDS).replace('}', `, "extraBody": ${extraBody}}`),
    })
    expect(problemIn(answer)).toMatchObject({
      status: 422,
      errors: { extraBody: expect.stringContaining('__proto__') },
    })
  })

  it('an unknown field, also one that is named like a property of every object', async () => {
    expect(problemIn(await create({ constructor: 1 })).errors).toEqual({ constructor: 'Unknown field.' })
  })
})

describe('a row that is not as it should be', () => {
  const insert = (id: string, change: object) =>
    app.services.db
      .insertInto('modelConfig')
      .values({
        ...{ ...FIELDS, id: `00000000-0000-7000-8000-0000000000${id}`, name: `Row ${id}` },
        ...{ sealedKey: null, exactAddress: 0, inOnePiece: 0, position: null },
        ...{ toolStyle: 'growing', timeouts: '{}' },
        ...{ parameters: GOOD, createdAt: SAVED_AT, updatedAt: SAVED_AT },
        ...change,
      })
      .execute()

  it.each([
    ['invalid JSON', { parameters: '{"temperature":' }, 'saved'],
    ['JSON that is no object', { parameters: '[]' }, 'saved'],
    ['a very deep body', { parameters: `{"extraBody":${'{"a":'.repeat(5000)}1${'}'.repeat(5001)}` }, 'saved'],
    ['no date', { updatedAt: 'yesterday' }, 'saved'],
    ['no date of its creation', { createdAt: '' }, 'saved'],
    ['a blocked address', { baseUrl: 'http://169.254.169.254/v1' }, 'baseUrl'],
    ['no address', { baseUrl: 'http://a b' }, 'baseUrl'],
    ['a reserved field', { parameters: '{"extraBody":{"Stream":false}}' }, 'extraBody'],
    ['a header that is none', { parameters: '{"extraHeaders":{"X Team":"a"}}' }, 'extraHeaders.X Team'],
    ['a key that is none', { sealedKey: 'v1.broken' }, 'apiKey'],
    ['a header that is no longer readable', { parameters: '{"extraHeaders":{"X-Key":"sealed:v1.a"}}' }, 'extraHeaders'],
  ])('is listed with what is wrong, beside the others, and repaired by saving: %s', async (_what, change, field) => {
    await insert('11', {})
    await insert('12', change)
    const { data } = await list()
    expect(data.map(({ name }) => name)).toEqual(expect.arrayContaining(['Row 11', 'Row 12']))
    expect(data.find(({ name }) => name === 'Row 11')?.problems).toEqual({})
    const bad = data.find(({ name }) => name === 'Row 12')
    expect(Object.keys(bad?.problems ?? {})).toContain(field)
    const saved = await app.send('PUT', `/model-configs/${bad?.id}`, {
      ...FIELDS,
      apiKey: null,
      updatedAt: bad?.updatedAt,
    })
    expect(saved.json()).toMatchObject({ name: 'Quill', problems: {} })
    expect((await list()).data.find(({ id }) => id === bad?.id)?.problems).toEqual({})
  })

  it.each([
    ['of an unknown provider', { provider: 'hologram' }],
    ['with an id that is none', { id: 'row 12' }],
  ])('%s is listed apart, and can be deleted', async (_what, change) => {
    await insert('11', {})
    await insert('12', change)
    const { data, unsupported } = await list()
    expect(data.map(({ name }) => name)).not.toContain('Row 12')
    expect(unsupported).toMatchObject([{ name: 'Row 12' }])
    const [{ id } = { id: '' }] = unsupported
    expect((await app.send('DELETE', `/model-configs/${encodeURIComponent(id)}`)).statusCode).toBe(204)
    expect((await list()).unsupported).toEqual([])
  })

  it('keeps its other settings', async () => {
    await insert('11', { parameters: '{"temperature":0.4,"topK":"many","extraBody":{"top_a":0.2}}' })
    const { data } = await list()
    expect(data.find(({ name }) => name === 'Row 11')).toMatchObject({ temperature: 0.4, extraBody: { top_a: 0.2 } })
  })

  it('has an unreadable last test as none', async () => {
    await insert('11', {})
    await app.services.db
      .insertInto('connectionTest')
      .values({ modelConfigId: '00000000-0000-7000-8000-000000000011', result: '{"ok":' })
      .execute()
    expect((await list()).data.find(({ name }) => name === 'Row 11')?.lastTest).toBeNull()
  })

  it.each([
    ['a blocked address', { baseUrl: 'http://[fd00:ec2::254]/v1' }, 'baseUrl'],
    ['a header that is none', { parameters: '{"extraHeaders":{"X Team":"a"}}' }, 'extraHeaders'],
  ])("doesn't send anything, and says why: %s", async (_what, change, field) => {
    await insert('11', change)
    const bad = (await list()).data.find(({ name }) => name === 'Row 11')
    const problem = problemIn(await app.send('POST', `/model-configs/${bad?.id}/test`))
    expect(problem).toMatchObject({ status: 409, code: 'model-config-unusable' })
    expect(Object.keys(problem.errors ?? {})).toEqual([field])
  })
})
