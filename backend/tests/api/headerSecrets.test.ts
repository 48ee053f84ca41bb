import { afterAll, beforeAll, expect, it } from 'vitest'

import { answerJson, openProvider } from '../support/provider.ts'
import { fakeConfig, ready } from '../support/fakeProvider.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

const SECRET = 'gate-0123456789'
const HIDDEN = '********'
const NAME = 'CF-Access-Client-Secret'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

/** A provider that notes the secret header of each question to its model. */
async function openGate() {
  const { url, seen } = await openProvider((response, { method }) => {
    if (method === 'GET') return answerJson(response, 200, { data: [{ id: fakeConfig.modelName }] })
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(ready)
  })
  const asked = () => seen.filter(({ method }) => method === 'POST')
  return { url, sent: () => asked().map(({ headers }) => headers[NAME.toLowerCase()]) }
}

const fields = (baseUrl: string, value = SECRET) => ({
  ...fakeConfig,
  name: 'Gate',
  baseUrl,
  extraHeaders: { [NAME]: value, 'X-Team': 'garden' },
})

const read = async (id: string) => (await app.send('GET', `/model-configs/${id}`)).json()
const stored = () => app.services.db.selectFrom('modelConfig').select(['id', 'parameters']).execute()

it('are sent and stored encrypted, and never shown', async () => {
  const { url, sent } = await openGate()
  const id = await app.createConfig(fields(url))
  await app.playTurn(await app.createSession(), id)
  expect(sent()).toEqual([SECRET])
  expect((await read(id)).extraHeaders).toEqual({ [NAME]: HIDDEN, 'X-Team': 'garden' })
  expect(JSON.stringify(await stored())).not.toContain(SECRET)
})

it('are kept if they come back masked, and replaced otherwise', async () => {
  const { url, sent } = await openGate()
  const id = await app.createConfig(fields(url))
  const session = await app.createSession()
  await app.send('PUT', `/model-configs/${id}`, fields(url, HIDDEN))
  await app.playTurn(session, id)
  await app.send('PUT', `/model-configs/${id}`, fields(url, 'another-0123456789'))
  await app.playTurn(session, id)
  expect(sent()).toEqual([SECRET, 'another-0123456789'])
})

it('are used by the connection test, at their own host only', async () => {
  const [home, foreign] = [await openGate(), await openGate()]
  const id = await app.createConfig(fields(home.url))
  await app.send('POST', '/model-configs/test', { ...fields(home.url, HIDDEN), id })
  await app.send('POST', '/model-configs/test', { ...fields(foreign.url, HIDDEN), id })
  await app.send('POST', `/model-configs/${id}/test`)
  expect(new Set(home.sent())).toEqual(new Set([SECRET]))
  expect(new Set(foreign.sent())).toEqual(new Set([undefined]))
})

it('are removed when the host changes, and the answer says so', async () => {
  const [home, foreign] = [await openGate(), await openGate()]
  const id = await app.createConfig(fields(home.url))
  const { json } = await app.send('PUT', `/model-configs/${id}`, fields(foreign.url, HIDDEN))
  expect(json().extraHeaders).toEqual({ 'X-Team': 'garden' })
  expect(json().notes).toContainEqual(expect.stringContaining('hidden headers'))
})

it('are copied with the config', async () => {
  const { url, sent } = await openGate()
  const id = await app.createConfig(fields(url))
  const copy = (await app.send('POST', `/model-configs/${id}/duplicate`)).json()
  await app.playTurn(await app.createSession(), copy.id)
  expect(sent()).toEqual([SECRET])
  const rows = (await stored()).filter((row) => [id, copy.id].includes(row.id))
  expect(new Set(rows.map(({ parameters }) => parameters)).size).toBe(2)
})
