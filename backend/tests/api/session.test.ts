import { describe, expect, it } from 'vitest'

import { createTurnStore } from '../../src/db/turnStore.ts'
import { SessionDetail, SessionList, SessionState } from '../../src/web/schemas/session.ts'
import { fakeModel, text } from '../support/fakeModel.ts'
import { addFiles } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID, walkToGate, walkToOrchard } from '../support/garden.ts'
import { addSession, makeMessage, NOW } from '../support/messages.ts'
import { getSession, sendMessage, startSession, textsOf } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const UNKNOWN = '01234567-89ab-7def-8123-456789abcdef'
const toTheEnd = () =>
  fakeModel(
    text('Dawn.'),
    walkToGate(),
    text('The gate is warm.'),
    walkToOrchard(),
    text('Lanterns hang in the trees.'),
  )

const listSessions = async (test: TestApp, query = '') =>
  SessionList.parse((await test.get(`/sessions${query}`)).json())

describe('a session', () => {
  it('begins with the opening', async () => {
    const test = await openTestApp({ model: fakeModel(text('The lawn is wet.')) })
    const answer = await test.send('POST', '/sessions', { gamebookId: GARDEN_ID })
    expect(answer.statusCode).toBe(201)
    expect(SessionDetail.parse(answer.json())).toMatchObject({
      title: 'The Garden Gate',
      gamebookTitle: 'The Garden Gate',
      gamebookId: GARDEN_ID,
      place: 'Wet lawn',
      messages: [{ role: 'narrator', parentId: null }],
      modelConfig: { name: 'Built-in narrator', fallback: false },
      ending: null,
      endings: { found: 0, total: 1 },
    })
  })

  it('is played to an ending, and then accepts no more messages', async () => {
    const test = await openTestApp({ model: toTheEnd() })
    const { id } = await startSession(test)
    expect((await sendMessage(test, id, 'To the gate.')).place).toBe('Iron gate')
    const session = await sendMessage(test, id, 'Through it.')
    expect(session).toMatchObject({
      place: 'Orchard',
      ending: { title: 'Among the lanterns', kind: 'good', text: 'You stay until the last one goes out.' },
      endings: { found: 1, total: 1 },
      messageCount: 5,
    })
    expect(session.endedAt).not.toBeNull()
    expect(textsOf(session)).toEqual([
      'Dawn.',
      'To the gate.',
      'The gate is warm.',
      'Through it.',
      'Lanterns hang in the trees.',
    ])
    const more = await test.send('POST', `/sessions/${id}/messages`, { text: 'And then?' })
    expect(problemIn(more)).toMatchObject({ status: 409, code: 'session-ended' })
  })

  it('is listed with its progress, most recently played first', async () => {
    const test = await openTestApp({ model: toTheEnd() })
    const first = await startSession(test)
    const second = await startSession(test)
    await sendMessage(test, first.id, 'To the gate.')
    const { data, count } = await listSessions(test)
    expect(count).toBe(2)
    expect(data.map(({ id, place, messageCount }) => ({ id, place, messageCount }))).toEqual([
      { id: first.id, place: expect.any(String), messageCount: 3 },
      { id: second.id, place: expect.any(String), messageCount: 1 },
    ])
  })

  it('is listed page by page', async () => {
    const test = await openTestApp()
    const ids = [(await startSession(test)).id, (await startSession(test)).id, (await startSession(test)).id]
    const first = await listSessions(test, '?limit=2')
    const second = await listSessions(test, `?limit=2&cursor=${String(first.nextCursor)}`)
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids.reverse())
    expect([first.count, second.nextCursor]).toEqual([3, null])
  })
})

describe('a session', () => {
  it('can be filtered by gamebook', async () => {
    const test = await openTestApp()
    await startSession(test)
    expect((await listSessions(test, `?gamebookId=${GARDEN_ID}`)).count).toBe(1)
    expect((await listSessions(test, '?gamebookId=test/other')).count).toBe(0)
  })

  it('keeps what another change says about a field that it omits', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const patch = (change: object) => test.send('PATCH', `/sessions/${id}`, change)
    for (const title of Array.from({ length: 10 }, (_, index) => `Garden ${index}`)) {
      const changes = await Promise.all([patch({}), patch({ title }), patch({}), patch({ settings: { length: 90 } })])
      expect(changes.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
      expect((await getSession(test, id)).title).toBe(title)
    }
  })

  it('accepts a title and a model, and keeps omitted fields', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const config = { name: 'Another', provider: 'builtin', modelName: 'builtin' }
    const { id: modelConfigId } = (await test.send('POST', '/model-configs', config)).json()
    const patch = async (change: object) => (await test.send('PATCH', `/sessions/${id}`, change)).json()
    expect(await patch({ title: 'My garden' })).toMatchObject({ title: 'My garden', modelConfig: { fallback: false } })
    expect(await patch({ modelConfigId })).toMatchObject({
      title: 'My garden',
      modelConfigId,
      modelConfig: { id: modelConfigId, name: 'Another', fallback: false },
    })
  })

  it('falls back to the first model when its own is deleted, says so, and keeps its history', async () => {
    const test = await openTestApp()
    const config = { name: 'Short-lived', provider: 'builtin', modelName: 'builtin' }
    const { id: modelConfigId } = (await test.send('POST', '/model-configs', config)).json()
    const created = await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId })
    const { id } = SessionDetail.parse(created.json())
    await test.services.engine.stop(id)
    await test.send('DELETE', `/model-configs/${modelConfigId}`)
    expect(await getSession(test, id)).toMatchObject({
      modelConfigId: null,
      modelConfig: { name: 'Built-in narrator', fallback: true },
      messages: [{ modelConfigId, model: { configName: 'Short-lived', provider: 'builtin' } }],
    })
  })

  it('is refused without a model, and stores nothing', async () => {
    const test = await openTestApp()
    const session = await startSession(test)
    const [{ id }] = (await test.get('/model-configs')).json().data
    await test.send('DELETE', `/model-configs/${id}`)
    for (const answer of [
      await test.send('POST', '/sessions', { gamebookId: GARDEN_ID }),
      await test.send('POST', `/sessions/${session.id}/messages`, { text: 'Hello?' }),
    ]) {
      expect(problemIn(answer)).toMatchObject({
        status: 409,
        code: 'no-model',
        hint: expect.stringContaining('Models'),
      })
    }
    expect((await listSessions(test)).count).toBe(1)
    expect((await getSession(test, session.id)).modelConfig).toBeNull()
  })

  it('remains when its gamebook is deleted', async () => {
    const test = await openTestApp({ model: toTheEnd() })
    const created = await test.send('POST', '/gamebooks', { title: 'Mine', yaml: await sourceOf(test) })
    const { id: gamebookId } = created.json()
    const { id } = await startSession(test, gamebookId)
    expect((await test.send('DELETE', `/gamebooks/${gamebookId}`)).statusCode).toBe(204)
    expect(await sendMessage(test, id, 'To the gate.')).toMatchObject({
      place: 'Iron gate',
      gamebookTitle: 'The Garden Gate',
    })
  })

  it('of a newer app version is listed without its place, and says so when opened', async () => {
    const test = await openTestApp()
    const { db } = test.services
    const broken = await addSession(db)
    const head = makeMessage(broken, null)
    await createTurnStore(db, () => NOW).begin(broken.id, [head])
    await db
      .updateTable('message')
      .set({ stateAfter: JSON.stringify({ version: 999 }) })
      .where('id', '=', head.id)
      .execute()
    const whole = await startSession(test)
    const { data } = await listSessions(test)
    expect(data.map(({ id, place }) => [id, place])).toEqual([
      [whole.id, 'Wet lawn'],
      [broken.id, null],
    ])
    for (const answer of [
      await test.get(`/sessions/${broken.id}`),
      await test.send('POST', `/sessions/${broken.id}/messages`, { text: 'On.' }),
    ]) {
      expect(problemIn(answer)).toMatchObject({
        status: 409,
        code: 'state-version',
        hint: 'Update the app, then open the story again.',
      })
    }
  })

  it('is not started for a gamebook with errors', async () => {
    const test = await openTestApp()
    await addFiles(test.folders.local, { 'my/broken/llm-gamebook.yaml': 'title: [' })
    const answer = await test.send('POST', '/sessions', { gamebookId: 'my/broken' })
    expect(problemIn(answer)).toMatchObject({ status: 409, code: 'gamebook-not-playable' })
  })

  it.each([
    ['an unknown gamebook', { gamebookId: 'test/nothing' }, 'gamebook-not-found'],
    ['a path that climbs', { gamebookId: '../garden' }, 'gamebook-not-found'],
    ['an unknown model', { gamebookId: GARDEN_ID, modelConfigId: UNKNOWN }, 'model-config-not-found'],
  ])('is not started for %s', async (_case, body, code) => {
    const test = await openTestApp()
    expect(problemIn(await test.send('POST', '/sessions', body))).toMatchObject({ status: 404, code })
    expect((await listSessions(test)).count).toBe(0)
  })

  it('has a state at the head and after every message', async () => {
    const test = await openTestApp({ model: toTheEnd() })
    const { id, messages } = await startSession(test)
    await sendMessage(test, id, 'To the gate.')
    await sendMessage(test, id, 'Through it.')
    const state = SessionState.parse((await test.get(`/sessions/${id}/state`)).json())
    expect(state.graphs).toMatchObject([{ graphId: 'garden_path', nodeId: 'orchard', node: 'Orchard' }])
    expect(state.journal.map(({ line }) => line)).toEqual(['You went to the iron gate', 'You went to the orchard'])
    expect(state.endings).toEqual({ found: 1, total: 1, reached: ['Among the lanterns'] })

    const earlier = await test.get(`/sessions/${id}/state?messageId=${String(messages[0]?.id)}`)
    expect(earlier.json()).toMatchObject({ graphs: [{ nodeId: 'wet_lawn' }], journal: [] })
  })

  it('has a state if a graph is named like a property of every object', async () => {
    const test = await openTestApp()
    const yaml = GARDEN.replaceAll('garden_path', 'constructor')
    const { id: gamebookId } = (await test.send('POST', '/gamebooks', { title: 'Mine', yaml })).json()
    const { id } = await startSession(test, gamebookId)
    expect((await test.get(`/sessions/${id}/state`)).json()).toMatchObject({ graphs: [{ graphId: 'constructor' }] })
  })

  it.each([
    ['GET', ''],
    ['GET', '/state'],
    ['GET', '/events'],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/messages'],
    ['POST', '/stop'],
    ['POST', '/restart'],
    ['POST', '/restore'],
    ['POST', '/duplicate'],
    ['POST', '/fork'],
    ['PUT', '/head'],
  ] as const)('with an unknown id is not found: %s %s', async (method, path) => {
    const test = await openTestApp()
    const bodies: Record<string, object> = {
      '/messages': { text: 'Hello' },
      '/fork': { messageId: UNKNOWN },
      '/head': { messageId: UNKNOWN },
    }
    const url = `/sessions/${UNKNOWN}${path}`
    const body = method === 'PATCH' ? { title: 'New' } : bodies[path]
    const answer = method === 'GET' ? await test.get(url) : await test.send(method, url, body)
    expect(problemIn(answer)).toMatchObject({ status: 404, code: 'session-not-found' })
  })
})

const sourceOf = async (test: TestApp) => (await test.get(`/gamebooks/${GARDEN_ID}/source`)).json().yaml
