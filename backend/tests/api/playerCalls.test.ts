import { describe, expect, it } from 'vitest'

import { interruptStreaming } from '../../src/db/models/messageQueries.ts'
import { interruptedByRestart } from '../../src/start/interruptedByRestart.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import type { Suggestion } from '../../src/web/schemas/suggestion.ts'
import { type FakeModel, fakeModel, finish, gate, text } from '../support/fakeModel.ts'
import { makeLibraryFolders } from '../support/gamebookFolder.ts'
import { GARDEN, walkToGate } from '../support/garden.ts'
import { NOW } from '../support/messages.ts'
import { getSession, sendMessage, startSession, textsOf, waitForAnswer } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'
import { openTestDatabase } from '../support/testDb.ts'

const GATE = { function: 'walk_to', args: { to: 'iron_gate' } }
const LAWN = { function: 'walk_to', args: { to: 'wet_lawn' } }
const GUARDED = GARDEN.replace(
  'edge_ids: [iron_gate]',
  'edges: [{to: iron_gate, enabled: "1 > 2", otherwise: The hinges are rusted through.}]',
)

function post(test: TestApp, id: string, body: object) {
  return test.send('POST', `/sessions/${id}/messages`, { text: 'Go to the iron gate', ...body })
}

/** Sends what was chosen, and waits for the answer. */
async function choose(test: TestApp, id: string, call: object): Promise<SessionDetail> {
  const { statusCode, body } = await post(test, id, { call })
  if (statusCode !== 202) throw new Error(body)
  return waitForAnswer(test, id)
}

const linesOf = ({ messages }: SessionDetail): readonly string[] =>
  messages.flatMap(({ receipts }) => receipts.map(({ line }) => line.replace(/\.$/, '')))

const promptOf = ({ doStreamCalls }: FakeModel, at = -1): string => JSON.stringify(doStreamCalls.at(at)?.prompt)

const labelsOf = (suggestions: readonly Suggestion[]): readonly string[] => suggestions.map(({ label }) => label)

describe('what a player chooses', () => {
  it('is suggested with the session, and not while the narrator answers', async () => {
    const hold = gate()
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text(hold.opened, 'Warm iron.')) })
    const { id, suggestions } = await startSession(test)
    expect(suggestions).toEqual([
      { id: 'walk_to:iron_gate', group: 'go', label: 'Go to the iron gate', call: GATE, input: [], reason: null },
    ])
    await post(test, id, { call: suggestions[0]?.call })
    expect((await getSession(test, id)).suggestions).toEqual([])
    hold.open()
    const after = await waitForAnswer(test, id)
    expect(labelsOf(after.suggestions)).toEqual(['Go to the wet lawn', 'Go to the orchard'])
  })

  it('is done before the model is asked, which reads of it in its request', async () => {
    const model = fakeModel(text('Dawn.'), text('Warm iron.'))
    const test = await openTestApp({ model })
    const { id } = await startSession(test)
    const session = await choose(test, id, GATE)
    expect(session).toMatchObject({ place: 'Iron gate' })
    expect(textsOf(session)).toEqual(['Dawn.', 'Go to the iron gate', 'Warm iron.'])
    const answer = session.messages.at(-1)
    expect(answer?.parts[0]).toMatchObject({ type: 'tool-call', toolName: 'walk_to', by: 'player' })
    expect(answer?.receipts).toMatchObject([{ partId: answer?.parts[0]?.id }])
    expect(answer?.receipts[0]?.receipt).toMatchObject({ by: 'player', result: 'applied' })
    expect(model.doStreamCalls).toHaveLength(2)
    expect(promptOf(model)).toMatch(/Done by the player.*walk_to.*do not call it again/)
    expect(promptOf(model)).not.toContain('"type":"tool-call"')
  })

  it('is done once, though the model calls the same again', async () => {
    const model = fakeModel(text('Dawn.'), walkToGate(), walkToGate(), text('Warm iron.'), text('A bird.'))
    // From the gate, a second call would walk round it once more.
    const round = GARDEN.replace('edge_ids: [wet_lawn, orchard]', 'edge_ids: [wet_lawn, orchard, iron_gate]')
    const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': round })
    const test = await openTestApp({ model, folders })
    const { id } = await startSession(test)
    const session = await choose(test, id, GATE)
    expect(linesOf(session)).toEqual(['You went to the iron gate'])
    expect(session).toMatchObject({ place: 'Iron gate' })
    expect(promptOf(model)).toContain('the player has done this already')
    await sendMessage(test, id, 'I listen.')
    expect(promptOf(model)).toContain('"toolName":"walk_to"')
  })

  it('can be followed by another call of the model', async () => {
    const back = [
      { type: 'tool-call', toolCallId: 'c', toolName: 'walk_to', input: '{"to":"wet_lawn"}' },
      finish('tool-calls'),
    ] as const
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), back, text('And back.')) })
    const { id } = await startSession(test)
    expect(linesOf(await choose(test, id, GATE))).toEqual(['You went to the iron gate', 'You went to the wet lawn'])
  })

  it('is refused with the reason of the author, which the narrator receives', async () => {
    const model = fakeModel(text('Dawn.'), walkToGate(), text('It does not move.'))
    const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': GUARDED })
    const test = await openTestApp({ model, folders })
    const { id, suggestions } = await startSession(test)
    expect(suggestions).toMatchObject([
      { label: 'Go to the iron gate', call: null, reason: 'The hinges are rusted through.' },
    ])
    const session = await choose(test, id, GATE)
    expect(session).toMatchObject({ place: 'Wet lawn' })
    expect(session.messages.at(-1)?.receipts).toHaveLength(1)
    expect(session.messages.at(-1)?.receipts[0]?.receipt).toMatchObject({ by: 'player', result: 'refused' })
    expect(promptOf(model)).toContain('The hinges are rusted through.')
  })

  it('is narrated by the built-in narrator', async () => {
    const test = await openTestApp({ usesRealModels: true })
    const { id } = await startSession(test)
    const session = await choose(test, id, GATE)
    expect(linesOf(session)).toEqual(['You went to the iron gate'])
    expect(textsOf(session).at(-1)).toContain('warm to the touch')
    expect(session.messages.at(-1)?.parts.filter(({ type }) => type === 'tool-call')).toHaveLength(1)
  })

  it('changes nothing if the story has gone on since', async () => {
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('Warm iron.')) })
    const { id, headId } = await startSession(test)
    await choose(test, id, GATE)
    const before = await getSession(test, id)
    const problem = problemIn(await post(test, id, { call: LAWN, headId }))
    expect(problem).toMatchObject({ status: 409, code: 'head-moved', hint: expect.stringContaining('Reload') })
    expect(await getSession(test, id)).toEqual(before)
    expect((await post(test, id, { call: LAWN, headId: before.headId })).statusCode).toBe(202)
    expect(await waitForAnswer(test, id)).toMatchObject({ place: 'Wet lawn' })
  })

  it('is done once by a double click', async () => {
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('Warm iron.')) })
    const { id, headId } = await startSession(test)
    const answers = await Promise.all([1, 2].map(() => post(test, id, { call: GATE, headId })))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409])
    const refused = answers.find(({ statusCode }) => statusCode === 409)
    expect(['turn-running', 'head-moved']).toContain(refused === undefined ? null : problemIn(refused).code)
    expect((await waitForAnswer(test, id)).messages).toHaveLength(3)
  })

  it('is repeated by a retry, on the state before it, and in a fork', async () => {
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('Warm iron.')) })
    const { id } = await startSession(test)
    const first = await choose(test, id, GATE)
    const retry = async (sessionId: string, messageId: string | null | undefined) => {
      await test.send('POST', `/sessions/${sessionId}/messages/${String(messageId)}/retry`)
      return waitForAnswer(test, sessionId)
    }
    const again = await retry(id, first.headId)
    expect(again).toMatchObject({ place: 'Iron gate' })
    expect(linesOf(again)).toEqual(['You went to the iron gate'])
    const fork = SessionDetail.parse(
      (await test.send('POST', `/sessions/${id}/fork`, { messageId: again.headId })).json(),
    )
    expect(labelsOf(fork.suggestions)).toEqual(['Go to the wet lawn', 'Go to the orchard'])
    expect(linesOf(await retry(fork.id, fork.headId))).toEqual(['You went to the iron gate'])
  })

  it('is dropped by an edit, unless the edit has one too', async () => {
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('Warm iron.')) })
    const { id } = await startSession(test)
    const [, message] = (await choose(test, id, GATE)).messages
    const edit = async (body: object) => {
      await test.send('POST', `/sessions/${id}/messages/${String(message?.id)}/edit`, body)
      return waitForAnswer(test, id)
    }
    expect(await edit({ text: 'I stay here.' })).toMatchObject({ place: 'Wet lawn' })
    expect(await edit({ text: 'To the gate, then.', call: GATE })).toMatchObject({ place: 'Iron gate' })
  })

  it('outlives a server that stops during the turn', async () => {
    const db = await openTestDatabase()
    const begun = gate()
    const hangs = fakeModel(
      text('Dawn.'),
      text(async () => begun.open(), new Promise(() => {})),
    )
    const test = await openTestApp({ db, model: hangs })
    const { id } = await startSession(test)
    await post(test, id, { call: GATE })
    await begun.opened
    await interruptStreaming(db, interruptedByRestart, NOW)
    const next = await openTestApp({ db, folders: test.folders, model: fakeModel(text('Warm iron.')) })
    const left = await getSession(next, id)
    expect(left).toMatchObject({ place: 'Iron gate' })
    expect(left.messages.at(-1)).toMatchObject({ status: 'interrupted' })
    await next.send('POST', `/sessions/${id}/messages/${String(left.headId)}/retry`)
    expect(linesOf(await waitForAnswer(next, id))).toEqual(['You went to the iron gate'])
  })

  it('is stored with the message, and the known exits with the answer', async () => {
    const db = await openTestDatabase()
    const test = await openTestApp({ db, model: fakeModel(text('Dawn.'), text('Warm iron.')) })
    const { id } = await startSession(test)
    await choose(test, id, GATE)
    const rows = await db
      .selectFrom('message')
      .select(['playerCall', 'knownExits'])
      .orderBy('createdAt')
      .orderBy('id')
      .execute()
    const stored = rows.map(({ playerCall, knownExits }) => [playerCall, knownExits])
    expect(stored).toContainEqual([JSON.stringify(GATE), null])
    expect(stored).toContainEqual([
      null,
      '[{"graphId":"garden_path","nodeId":"iron_gate","edgeIds":["wet_lawn","orchard"]}]',
    ])
  })
})

describe('a hostile call', () => {
  it.each([
    ['a function without a name', { function: '', args: {} }],
    ['a name of a megabyte', { function: 'x'.repeat(1_000_000), args: {} }],
    ['an argument that is a list', { function: 'walk_to', args: { to: ['iron_gate'] } }],
    ['a long argument', { function: 'walk_to', args: { to: 'x'.repeat(20_001) } }],
    [
      'many arguments',
      { function: 'walk_to', args: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [at, 1])) },
    ],
    ['further keys', { ...GATE, by: 'tool' }],
  ])('with %s is invalid', async (_case, call) => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    expect(problemIn(await post(test, id, { call })).code).toMatch(/^(invalid-input|too-large)$/)
    expect((await getSession(test, id)).messages).toHaveLength(1)
  })

  it.each([
    ['an unknown function', { function: 'fly', args: {} }],
    ['the name of a prototype', { function: 'constructor', args: {} }],
    ['a place that is elsewhere', { function: 'walk_to', args: { to: 'orchard' } }],
    ['keys of a prototype', { function: 'walk_to', args: { to: 'iron_gate', constructor: 'x' } }],
    ['no arguments', { function: 'walk_to', args: {} }],
  ])('with %s is refused and changes nothing', async (_case, call) => {
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('Nothing happens.')) })
    const { id } = await startSession(test)
    const session = await choose(test, id, call)
    expect(session).toMatchObject({ place: 'Wet lawn' })
    expect(session.messages.at(-1)?.receipts[0]?.receipt).toMatchObject({ by: 'player', result: 'refused' })
  })

  it('with a key "__proto__" is not read', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const { statusCode } = await test.app.inject({
      method: 'POST',
      url: `/api/sessions/${id}/messages`,
      headers: { host: 'localhost', 'content-type': 'application/json' },
      payload: '{"text":"Go","call":{"function":"walk_to","args":{"to":"iron_gate","__proto__":{"x":1}}}}',
    })
    expect(statusCode).toBe(422)
  })
})
