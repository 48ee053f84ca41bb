import { describe, expect, it } from 'vitest'

import { ModelConfigResponse } from '../../src/web/schemas/modelConfig.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { sendMessage, startSession } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const KEY = 'sk-very-secret-1234'
const llama = {
  name: 'Llama at home',
  provider: 'openai-compatible',
  modelName: 'llama3.3:70b',
  baseUrl: 'http://127.0.0.1:9100/v1',
}

const create = async (test: TestApp, body: object): Promise<ModelConfigResponse> =>
  ModelConfigResponse.parse((await test.send('POST', '/model-configs/', body)).json())

describe('two edits of one model config at once', () => {
  it('lose nothing: the outdated one is refused with the current fields', async () => {
    const test = await openTestApp()
    const { id, updatedAt } = await create(test, { ...llama, apiKey: KEY })
    const save = (change: object) => test.send('PUT', `/model-configs/${id}`, { ...llama, updatedAt, ...change })
    const first = await save({ name: 'Mine', temperature: 0.5 })
    const second = problemIn(await save({ name: 'Yours' }))
    expect(first.statusCode).toBe(200)
    expect([second.status, second.code]).toEqual([409, 'edited-elsewhere'])
    expect(second.errors).toEqual({
      name: 'Changed elsewhere: it is “Mine” now.',
      temperature: 'Changed elsewhere: it is “0.5” now.',
    })
    expect((await test.get(`/model-configs/${id}`)).json()).toEqual({ ...first.json(), notes: [] })
    expect((await save({ name: 'Yours', updatedAt: first.json().updatedAt })).json().name).toBe('Yours')
  })

  it('are distinguished even within one millisecond', async () => {
    const test = await openTestApp()
    const { id, updatedAt } = await create(test, llama)
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) => test.send('PUT', `/model-configs/${id}`, { ...llama, name, updatedAt })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409])
    const saved = answers.find(({ statusCode }) => statusCode === 200)?.json()
    expect((await test.get(`/model-configs/${id}`)).json().name).toBe(saved.name)
  })

  it('do not restore a key that the other one removed', async () => {
    const test = await openTestApp()
    const { id } = await create(test, { ...llama, apiKey: KEY })
    const put = (change: object) => test.send('PUT', `/model-configs/${id}`, { ...llama, ...change })
    const answers = await Promise.all([put({ apiKey: null }), put({ name: 'B' }), put({ name: 'C' })])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect((await test.get(`/model-configs/${id}`)).json().apiKey).toEqual({ source: 'none' })
  })
})

describe('a model config that a newer version left', () => {
  const leave = async (test: TestApp, change: object) => {
    const { id } = await create(test, llama)
    await test.services.db.updateTable('modelConfig').set(change).where('id', '=', id).execute()
    return id
  }

  it('with an unknown provider is listed and kept, hides no other, and can be deleted', async () => {
    const test = await openTestApp()
    const id = await leave(test, { provider: 'telepathy' })
    const { data, unsupported } = (await test.get('/model-configs')).json()
    expect(data).toMatchObject([{ provider: 'builtin' }])
    expect(unsupported).toEqual([{ id, name: llama.name, provider: 'telepathy' }])
    for (const answer of [
      await test.get(`/model-configs/${id}`),
      await test.send('PUT', `/model-configs/${id}`, llama),
      await test.send('POST', `/model-configs/${id}/duplicate`),
      await test.send('POST', `/model-configs/${id}/test`),
    ]) {
      expect(problemIn(answer)).toMatchObject({ status: 409, detail: 'Provider not supported' })
    }
    expect((await test.send('DELETE', `/model-configs/${id}`)).statusCode).toBe(204)
  })

  it("has the first other model as its sessions' fallback, which is shown", async () => {
    const test = await openTestApp()
    const { id } = await create(test, llama)
    const { id: sessionId } = await startSession(test, GARDEN_ID)
    await test.send('PATCH', `/sessions/${sessionId}`, { modelConfigId: id })
    await test.services.db.updateTable('modelConfig').set({ provider: 'telepathy' }).where('id', '=', id).execute()
    const session = await sendMessage(test, sessionId, 'I walk on.')
    expect(session.modelConfig).toMatchObject({ name: 'Built-in narrator', fallback: true })
    expect(session.messages.at(-1)).toMatchObject({ status: 'done', model: { configName: 'Built-in narrator' } })
  })

  it('loses only the values that are unknown here', async () => {
    const test = await openTestApp()
    const parameters = JSON.stringify({ temperature: 0.5, reasoningEffort: 'cosmic', warmth: 3 })
    const id = await leave(test, { parameters })
    await test.services.db
      .insertInto('connectionTest')
      .values({ modelConfigId: id, result: '{"ok":"perhaps"}' })
      .execute()
    const config = (await test.get(`/model-configs/${id}`)).json()
    expect(config).toMatchObject({ temperature: 0.5, reasoningEffort: null, lastTest: null })
  })
})
