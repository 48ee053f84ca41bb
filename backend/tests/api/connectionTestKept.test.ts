import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ConnectionTest } from '../../src/models/connectionTest/connectionTest.ts'
import { fakeConfig, openFakeProvider } from '../support/fakeProvider.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const test = async (baseUrl: string, more: object = {}): Promise<ConnectionTest> =>
  ConnectionTest.parse((await app.send('POST', '/model-configs/test', { ...fakeConfig, baseUrl, ...more })).json())

describe('a connection test made before saving', () => {
  const save = async (fields: object) => (await app.send('POST', '/model-configs', { name: 'A', ...fields })).json()

  it('is kept when exactly these values are saved', async () => {
    const { url } = await openFakeProvider({ toolArguments: null })
    const fields = { ...fakeConfig, baseUrl: url, temperature: 0.5, extraHeaders: { 'X-Token': 'tok-1a2b3c4d5e' } }
    const tested = await test(url, fields)
    const saved = await save(fields)
    expect([saved.lastTest, tested.status]).toEqual([tested, 'warning'])
    expect((await app.send('GET', `/model-configs/${saved.id}`)).json().lastTest).toEqual(tested)
  })

  it('step by step is kept when a saved model is changed to its values', async () => {
    const { url } = await openFakeProvider()
    const { apiKey, ...form } = { ...fakeConfig, name: 'A', baseUrl: url }
    const { id, lastTest } = await save({ ...form, apiKey })
    const changed = { ...form, modelName: 'quill-2', id }
    const { body } = await app.send('POST', '/model-configs/test/steps', changed)
    const tested = ConnectionTest.parse(JSON.parse(body.trimEnd().split('\n').at(-1) ?? ''))
    const { id: _, ...update } = changed
    const updated = (await app.send('PUT', `/model-configs/${id}`, update)).json()
    expect([lastTest, updated.lastTest]).toEqual([null, tested])
  })

  it.each([
    ['another model', { modelName: 'quill-2' }],
    ['another key', { apiKey: 'another-key-1' }],
    ['another parameter', { temperature: 0.7 }],
    ['another header', { extraHeaders: { 'X-Team': 'b' } }],
    ['other fields', { extraBody: { top_a: 1 } }],
  ])('is not kept with %s', async (_, change) => {
    const { url } = await openFakeProvider()
    await test(url)
    expect((await save({ ...fakeConfig, baseUrl: url, ...change })).lastTest).toBeNull()
  })

  it('is not taken from a client', async () => {
    const { url } = await openFakeProvider()
    const forged = { ok: true, status: 'passed', steps: [], testedAt: '2026-01-01T00:00:00.000Z' }
    const { status } = await app.send('POST', '/model-configs', {
      ...fakeConfig,
      name: 'A',
      baseUrl: url,
      lastTest: forged,
    })
    expect(status).toBe(422)
  })
})
