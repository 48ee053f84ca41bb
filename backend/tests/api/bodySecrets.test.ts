import { afterAll, beforeAll, expect, it } from 'vitest'

import { SessionDetail } from '../../src/web/schemas/session.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { fakeConfig, ready } from '../support/fakeProvider.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

const HIDDEN = '********'
const BODY = {
  top_a: 0.2,
  api_key: 'canary-0123456789',
  mcp: [{ url: 'https://x.example', token: 'canary-9876543210' }],
}
const MASKED = { top_a: 0.2, api_key: HIDDEN, mcp: [{ url: 'https://x.example', token: HIDDEN }] }

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

/** A provider that echoes the key of each request in its answer. */
async function openGate() {
  const { url, seen } = await openProvider((response, { method }) => {
    if (method === 'GET') return answerJson(response, 200, { data: [{ id: fakeConfig.modelName }] })
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(ready)
  })
  const asked = () => seen.filter(({ method }) => method === 'POST').map(({ body }) => body)
  return { url, asked }
}

const fields = (baseUrl: string, extraBody: object = BODY) => ({ ...fakeConfig, name: 'Gate', baseUrl, extraBody })
const read = async (id: string) => (await app.send('GET', `/model-configs/${id}`)).json()
const everythingStored = async () =>
  JSON.stringify([
    await app.services.db.selectFrom('modelConfig').selectAll().execute(),
    await app.services.db.selectFrom('message').selectAll().execute(),
    await app.services.db.selectFrom('connectionTest').selectAll().execute(),
  ])

it('are sent, and nowhere stored or shown in the open', async () => {
  const { url, asked } = await openGate()
  const id = await app.createConfig(fields(url))
  const session = await app.createSession()
  await app.playTurn(session, id)
  await app.send('POST', `/model-configs/${id}/test`)
  for (const body of asked()) expect(body).toMatchObject(BODY)
  expect(await everythingStored()).not.toContain('canary')
  expect((await read(id)).extraBody).toEqual(MASKED)
  const { messages } = SessionDetail.parse((await app.send('GET', `/sessions/${session}`)).json())
  expect(messages.at(-1)?.model?.parameters).toEqual({ extraBody: MASKED })
  const exported = await app.send('GET', '/model-configs/export')
  expect(exported.body).not.toMatch(/canary|sealed/)
  expect(exported.json().leftOut).toEqual(expect.arrayContaining(['Gate: api_key', 'Gate: mcp.0.token']))
})

it('are kept if they come back masked, and replaced otherwise', async () => {
  const { url, asked } = await openGate()
  const id = await app.createConfig(fields(url))
  const session = await app.createSession()
  await app.send('PUT', `/model-configs/${id}`, fields(url, MASKED))
  await app.playTurn(session, id)
  await app.send('PUT', `/model-configs/${id}`, fields(url, { ...MASKED, api_key: 'another' }))
  await app.playTurn(session, id)
  expect(asked()).toMatchObject([BODY, { ...BODY, api_key: 'another' }])
})

it('are used by the connection test, at their own host only', async () => {
  const [home, foreign] = [await openGate(), await openGate()]
  const id = await app.createConfig(fields(home.url))
  await app.send('POST', '/model-configs/test', { ...fields(home.url, MASKED), id })
  await app.send('POST', '/model-configs/test', { ...fields(foreign.url, MASKED), id })
  for (const body of home.asked()) expect(body).toMatchObject(BODY)
  expect(home.asked().length).toBeGreaterThan(0)
  expect(foreign.asked().length).toBeGreaterThan(0)
  expect(JSON.stringify(foreign.asked())).not.toMatch(/canary|\*/)
})

it('are removed when the host changes, and the answer says so', async () => {
  const [home, foreign] = [await openGate(), await openGate()]
  const id = await app.createConfig(fields(home.url))
  const { json } = await app.send('PUT', `/model-configs/${id}`, fields(foreign.url, MASKED))
  expect(json().extraBody).toEqual({ top_a: 0.2, mcp: [{ url: 'https://x.example' }] })
  expect(json().saveNotes).toContainEqual(expect.stringContaining('request fields'))
})

it('are copied with the config', async () => {
  const { url, asked } = await openGate()
  const id = await app.createConfig(fields(url))
  const copy = (await app.send('POST', `/model-configs/${id}/duplicate`)).json()
  await app.playTurn(await app.createSession(), copy.id)
  expect(asked()).toMatchObject([BODY])
})

it('are refused at their field if only their mask is sent', async () => {
  const created = await app.send('POST', '/model-configs', fields('http://127.0.0.1:1', MASKED))
  expect(created.status).toBe(422)
  expect(created.json().errors).toEqual({ extraBody: expect.stringContaining('api_key') })
})
