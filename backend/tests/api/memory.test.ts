import { describe, expect, it } from 'vitest'

import { saveSessionSettings } from '../../src/db/models/sessionSettings.ts'
import { DEFAULT_SETTINGS } from '../../src/sessions/sessionSettings.ts'
import { ModelConfigList } from '../../src/web/schemas/modelConfig.ts'
import { SessionMemory } from '../../src/web/schemas/memory.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { walkToGate } from '../support/garden.ts'
import { sendMessage, startSession, waitForAnswer } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const UNKNOWN = '01234567-89ab-7def-8123-456789abcdef'

const memoryOf = async (test: TestApp, id: string) =>
  SessionMemory.parse((await test.get(`/sessions/${id}/memory`)).json())

/** The fake model behind a config with this context window. */
async function chooseWindow(test: TestApp, contextWindow: number) {
  const config = {
    name: 'Small model',
    provider: 'openai-compatible',
    modelName: 'small',
    baseUrl: 'http://127.0.0.1:1/v1',
    contextWindow,
    maxOutputTokens: 100,
  }
  const made = await test.send('POST', '/model-configs', config)
  if (made.statusCode !== 201) throw new Error(made.body)
  return String(made.json().id)
}

/** An answer that repeats itself would be cut. */
const LONG_ANSWER = Array.from({ length: 60 }, (_, drop) => `It rains on leaf ${drop * drop}.`).join(' ')

async function open(contextWindow: number, turns: number) {
  const model = fakeModel(text('Dawn.'), walkToGate(), text('Warm iron.'), text(LONG_ANSWER))
  const test = await openTestApp({ model })
  const modelConfigId = await chooseWindow(test, contextWindow)
  const { id } = await startSession(test)
  await test.send('PATCH', `/sessions/${id}`, { modelConfigId })
  for (let turn = 1; turn <= turns; turn += 1) await sendMessage(test, id, `Go on, ${turn}.`)
  return { test, id }
}

const tokensOf = ({ sent }: SessionMemory): number => sent.reduce((sum, { tokens }) => sum + tokens, 0)

describe('the memory of a session', () => {
  it('has every turn word for word while there is room', async () => {
    const { test, id } = await open(32_000, 3)
    const memory = await memoryOf(test, id)
    expect(memory).toMatchObject({
      narrator: { name: 'Small model', isBuiltin: false },
      mode: 'full',
      window: { tokens: 32_000, source: 'config' },
      turnsSent: { from: 1, to: 3 },
      turnsLeftOut: null,
      facts: [],
      summary: null,
      note: '',
      pins: [],
      marked: 0,
      versions: 0,
    })
    expect(memory.sent.map(({ part }) => part)).toEqual(expect.arrayContaining(['turns', 'rules', 'tools', 'state']))
    expect(tokensOf(memory)).toBeLessThan(Number(memory.budget))
  })

  it('keeps old turns as facts when there is none, within the budget', async () => {
    const { test, id } = await open(4200, 24)
    const memory = await memoryOf(test, id)
    const leftOut = memory.turnsLeftOut?.to ?? 0
    expect(leftOut).toBeGreaterThan(0)
    expect(memory.turnsSent).toEqual({ from: leftOut + 1, to: 24 })
    expect(memory.turnsLeftOut?.tokens).toBeGreaterThan(0)
    expect(memory.facts).toMatchObject([
      { kind: 'place', group: 'Visited', text: 'Wet lawn' },
      { kind: 'place', group: 'Visited', text: 'Iron gate' },
    ])
    expect(tokensOf(memory)).toBeLessThanOrEqual(Number(memory.budget))
  })

  it('sends a summary once its turns are left out', async () => {
    const { test, id } = await open(4200, 3)
    await test.send('PUT', `/sessions/${id}/summary`, { text: 'The gardener owes you a pear.' })
    expect((await memoryOf(test, id)).summary).toMatchObject({ source: 'player', turns: 3, isSent: false })
    for (let turn = 4; turn <= 24; turn += 1) await sendMessage(test, id, `Go on, ${turn}.`)
    const memory = await memoryOf(test, id)
    // The model of the session continues it in the background.
    expect(memory.summary).not.toBeNull()
    expect(memory.sent.map(({ part }) => part)).toContain('summary')
    const put = { settings: { ...DEFAULT_SETTINGS, memory: 'journal' as const }, note: '' }
    await saveSessionSettings(test.services.db, id, put)
    expect(await memoryOf(test, id)).toMatchObject({ mode: 'journal', summary: { isSent: false } })
  })

  it('says which pins are not sent, and how many versions are not kept', async () => {
    const { test, id } = await open(32_000, 2)
    const session = await waitForAnswer(test, id)
    await test.send('POST', `/sessions/${id}/pins`, { messageId: session.headId, text: 'It rains' })
    await test.send('PUT', `/sessions/${id}/note`, { text: 'Ada limps.' })
    const before = await memoryOf(test, id)
    expect(before).toMatchObject({ note: 'Ada limps.', pins: [{ text: 'It rains', isSent: true }] })
    expect(before.sent.map(({ part }) => part)).toContain('notes')
    await test.send('PUT', `/sessions/${id}/head`, { messageId: session.messages.at(-3)?.id })
    expect(await memoryOf(test, id)).toMatchObject({ pins: [{ isSent: false }], versions: 2, turnsSent: { to: 1 } })
  })

  it('has nothing for the built-in narrator, which reads the story itself', async () => {
    const { test, id } = await open(32_000, 1)
    const { data } = ModelConfigList.parse((await test.get('/model-configs')).json())
    const builtin = data.find(({ provider }) => provider === 'builtin')
    await test.send('PATCH', `/sessions/${id}`, { modelConfigId: builtin?.id })
    const memory = await memoryOf(test, id)
    expect(memory).toMatchObject({ narrator: { isBuiltin: true }, window: null, budget: null, sent: [] })
  })

  it('does not count an answer that is still being written, and names no session that is gone', async () => {
    const hold = gate()
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text(hold.opened, 'Yes.')) })
    const modelConfigId = await chooseWindow(test, 32_000)
    const { id } = await startSession(test)
    await test.send('PATCH', `/sessions/${id}`, { modelConfigId })
    await test.send('POST', `/sessions/${id}/messages`, { text: 'Well?' })
    expect((await memoryOf(test, id)).turnsSent).toEqual({ from: 1, to: 1 })
    hold.open()
    await waitForAnswer(test, id)
    expect(problemIn(await test.get(`/sessions/${UNKNOWN}/memory`))).toMatchObject({ code: 'session-not-found' })
  })
})
