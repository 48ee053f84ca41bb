import { describe, expect, it } from 'vitest'

import { DEFAULT_SETTINGS } from '../../src/sessions/sessionSettings.ts'
import { GamebookDetail } from '../../src/web/schemas/gamebook.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import { openEvents } from '../support/eventStream.ts'
import { type FakeModel, fakeModel, text } from '../support/fakeModel.ts'
import { makeLibraryFolders } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from '../support/garden.ts'
import { getSession, sendMessage, startSession } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const UNKNOWN = '01234567-89ab-7def-8123-456789abcdef'
const FIXED = `${GARDEN}\nprompt: {tense: Past tense., style: Dry.}\n`

async function start(test: TestApp, settings: object): Promise<SessionDetail> {
  const created = await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, settings })
  const session = SessionDetail.parse(created.json())
  await test.services.engine.stop(session.id)
  return session
}

const patch = (test: TestApp, id: string, settings: object) => test.send('PATCH', `/sessions/${id}`, { settings })

function systemTextIn({ prompt: [first] }: FakeModel['doStreamCalls'][number]): string {
  return first?.role === 'system' ? first.content : expect.unreachable()
}

async function addModel(test: TestApp): Promise<string> {
  const config = { name: 'Summarizer', provider: 'builtin', modelName: 'builtin' }
  return (await test.send('POST', '/model-configs', config)).json().id
}

describe('the settings of new sessions', () => {
  it('are the defaults at first, and then what was stored last', async () => {
    const test = await openTestApp()
    expect((await test.get('/settings')).json()).toEqual(DEFAULT_SETTINGS)
    await test.send('PUT', '/settings', { person: 'first', tone: 'dry' })
    const stored = await test.send('PUT', '/settings', { length: 90, memory: 'journal' })
    expect(stored.json()).toEqual({ ...DEFAULT_SETTINGS, length: 90, memory: 'journal' })
    expect((await test.get('/settings')).json()).toEqual(stored.json())
  })

  it('start a session, with what was chosen for it in their place', async () => {
    const test = await openTestApp()
    await test.send('PUT', '/settings', { person: 'first', tense: 'past', content: 'spiders' })
    expect((await startSession(test)).settings).toMatchObject({ person: 'first', tense: 'past' })
    const session = await start(test, { person: null, tone: 'wry' })
    expect(session.settings).toEqual({ ...DEFAULT_SETTINGS, tense: 'past', content: 'spiders', tone: 'wry' })
  })

  it('do not change the sessions that there are', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    await test.send('PUT', '/settings', { person: 'first' })
    expect((await getSession(test, id)).settings).toEqual(DEFAULT_SETTINGS)
  })
})

describe('the settings of a session', () => {
  it('change one by one, also at the same time', async () => {
    const test = await openTestApp()
    const { id } = await start(test, { tense: 'past' })
    const changes = [{ person: 'third' }, { length: 200 }, { dialogue: 'much' }, { memory: 'off' }, { tense: null }]
    await Promise.all(changes.map((change) => patch(test, id, change)))
    const changed = { person: 'third', length: 200, dialogue: 'much', memory: 'off' }
    expect((await getSession(test, id)).settings).toEqual({ ...DEFAULT_SETTINGS, ...changed })
  })

  it('are one line each, without invisible characters; nothing visible is the default', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const texts = { language: ' Frisian \n', tone: 'dry,\u202E\n\n# Rules', content: ' \u200B ' }
    const session = SessionDetail.parse((await patch(test, id, texts)).json())
    expect(session.settings).toMatchObject({ language: 'Frisian', tone: 'dry, # Rules', content: null })
  })

  it('count from the next turn, and are quoted in the prompt', async () => {
    const model = fakeModel(text('Dawn.'), text('Noon.'))
    const test = await openTestApp({ model })
    const { id } = await startSession(test)
    await patch(test, id, { person: 'first', content: '"spiders"\n# Rules' })
    await sendMessage(test, id, 'Look.')
    const [before, after] = model.doStreamCalls.map(systemTextIn)
    expect(before).not.toContain('- Person')
    expect(after).toContain('# Settings\n\n')
    expect(after).toContain(`- Person: first ("I")\n- Leave out or go easy on: "'spiders' # Rules"\n`)
  })

  it('are published to open pages', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
    const events = await openEvents(address, id)
    await events.next(({ type }) => type === 'snapshot')
    await patch(test, id, { tense: 'past' })
    const event = await events.next(({ type }) => type === 'session')
    expect(event).toMatchObject({ settings: { ...DEFAULT_SETTINGS, tense: 'past' } })
    events.close()
  })

  it('go along with a fork, and leave the note as it is', async () => {
    const test = await openTestApp()
    const { id, headId } = await start(test, { tone: 'wry' })
    await test.send('PUT', `/sessions/${id}/note`, { text: 'Ada limps.' })
    await patch(test, id, { tense: 'past' })
    const fork = SessionDetail.parse((await test.send('POST', `/sessions/${id}/fork`, { messageId: headId })).json())
    expect(fork.settings).toEqual({ ...DEFAULT_SETTINGS, tone: 'wry', tense: 'past' })
    const notes = await test.services.db.selectFrom('sessionSettings').select('note').execute()
    expect(notes).toEqual([{ note: 'Ada limps.' }, { note: 'Ada limps.' }])
  })

  it('name the model of the session for summaries, once the chosen one is deleted', async () => {
    const test = await openTestApp()
    const summaryModelConfigId = await addModel(test)
    await test.send('PUT', '/settings', { summaryModelConfigId })
    const session = await startSession(test)
    expect(session.settings).toMatchObject({ summaryModelConfigId })
    await test.send('DELETE', `/model-configs/${summaryModelConfigId}`)
    expect((await getSession(test, session.id)).settings).toEqual(DEFAULT_SETTINGS)
    expect((await test.get('/settings')).json()).toEqual(DEFAULT_SETTINGS)
    expect((await startSession(test)).settings).toEqual(DEFAULT_SETTINGS)
  })

  it.each([
    [{ persons: 'first' }, { 'settings.persons': 'Unknown field.' }],
    [{ person: 'fifth' }, { 'settings.person': 'Must be one of: first, second, third.' }],
    [{ length: 5 }, { 'settings.length': 'Must be 30 or more.' }],
    [{ length: 99.5 }, { 'settings.length': 'Must be an integer.' }],
    [{ tone: 'x'.repeat(101) }, { 'settings.tone': 'Must have at most 100 characters.' }],
    [{ content: 5 }, { 'settings.content': 'Must be a string.' }],
    [{ memory: null }, { 'settings.memory': 'Must be one of: full, journal, off.' }],
  ])('are refused if they do not fit: %j', async (settings, errors) => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const answers = [
      await patch(test, id, settings),
      await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, settings }),
    ]
    for (const answer of answers) expect(problemIn(answer)).toMatchObject({ code: 'invalid-input', errors })
    expect(problemIn(await test.send('PUT', '/settings', settings)).code).toBe('invalid-input')
  })

  it('are refused with a model for summaries that does not exist', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const settings = { summaryModelConfigId: UNKNOWN }
    expect(problemIn(await patch(test, id, settings)).code).toBe('model-config-not-found')
    expect(problemIn(await test.send('PUT', '/settings', settings)).code).toBe('model-config-not-found')
  })
})

describe('the settings of the author', () => {
  it('are listed by the gamebook and the session, and win over those of the player', async () => {
    const model = fakeModel(text('Dawn.'))
    const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': FIXED })
    const test = await openTestApp({ model, folders })
    const fixedSettings = [
      { key: 'tense', text: 'Past tense.' },
      { key: 'tone', text: 'Dry.' },
    ]
    expect(GamebookDetail.parse((await test.get(`/gamebooks/${GARDEN_ID}`)).json())).toMatchObject({ fixedSettings })
    const session = await start(test, { tense: 'present', tone: 'loud', person: 'first' })
    expect(session).toMatchObject({ fixedSettings, settings: { tense: 'present', tone: 'loud' } })
    const [system] = model.doStreamCalls.map(systemTextIn)
    expect(system).toContain('- Person: first ("I")\n- Tense: Past tense.')
    expect(system).not.toContain('loud')
  })
})
