import { describe, expect, it } from 'vitest'

import { SessionForkList } from '../../src/web/schemas/fork.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import { fakeModel, text } from '../support/fakeModel.ts'
import { GARDEN, walkToGate, walkToOrchard } from '../support/garden.ts'
import { getSession, sendMessage, startSession, textsOf, waitForAnswer } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { LOG } from '../support/shipsLog.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const toTheEnd = () =>
  fakeModel(text('Dawn.'), walkToGate(), text('Warm.'), text('It creaks.'), walkToOrchard(), text('Lanterns.'))

const listForks = async (test: TestApp, id: string) =>
  SessionForkList.parse((await test.get(`/sessions/${id}/forks`)).json()).data

async function openEnded(source = GARDEN) {
  const test = await openTestApp({ model: toTheEnd() })
  const { id: gamebookId } = (await test.send('POST', '/gamebooks', { title: 'Mine', yaml: source })).json()
  const { id } = await startSession(test, gamebookId)
  const atGate = await sendMessage(test, id, 'To the gate.')
  const listened = await sendMessage(test, id, 'Listen.')
  const ended = await sendMessage(test, id, 'Through it.')
  expect(ended.ending).not.toBeNull()
  return { test, id, gamebookId, atGate, listened, ended }
}

describe('the forks of a story', () => {
  it('are the turns where another exit was open: what was chosen, and how many others', async () => {
    const { test, id, listened } = await openEnded()
    // Only one exit leads from the lawn, and nothing was done while listening.
    expect(await listForks(test, id)).toEqual([
      {
        messageId: listened.headId,
        place: 'Iron gate',
        time: null,
        chosen: ['You went to the orchard'],
        text: 'Through it.',
        otherCount: 1,
      },
    ])
  })

  it('say nothing of where else one could have gone', async () => {
    const { test, id } = await openEnded()
    expect((await test.get(`/sessions/${id}/forks`)).body).not.toMatch(/lawn/i)
  })

  it('are there in a gamebook without suggestions', async () => {
    const { test, id } = await openEnded(`suggestions: false\n${GARDEN}`)
    expect(await listForks(test, id)).toHaveLength(1)
  })

  it('lead to another path, and the ending stays', async () => {
    const { test, id, ended } = await openEnded()
    const [fork] = await listForks(test, id)
    const moved = await test.send('PUT', `/sessions/${id}/head`, { messageId: fork?.messageId })
    expect(SessionDetail.parse(moved.json())).toMatchObject({ ending: null, place: 'Iron gate' })
    const other = await sendMessage(test, id, 'Wait.')
    expect(other.messages.at(-2)?.siblingIds).toHaveLength(2)
    const back = await test.send('PUT', `/sessions/${id}/head`, { messageId: ended.headId })
    expect(SessionDetail.parse(back.json()).ending).toEqual(ended.ending)
  })

  it('are none at the beginning', async () => {
    const test = await openTestApp()
    expect(await listForks(test, (await startSession(test)).id)).toEqual([])
  })

  it('are at most three, the last ones first', async () => {
    const back = walkToGate().map((part) => ('input' in part ? { ...part, input: '{"to":"wet_lawn"}' } : part))
    const round = [walkToGate(), text('Gate.'), back, text('Lawn.')]
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), ...round, ...round, ...round, ...round) })
    const { id } = await startSession(test)
    for (let turn = 0; turn < 8; turn += 1) await sendMessage(test, id, 'On.')
    const forks = await listForks(test, id)
    const path = (await getSession(test, id)).messages.filter(({ role }) => role === 'narrator')
    expect(forks.map(({ messageId }) => messageId)).toEqual([path[7]?.id, path[5]?.id, path[3]?.id])
  })
})

describe('playing again', () => {
  it('starts a new session and keeps the finished one', async () => {
    const { test, id, gamebookId, ended } = await openEnded()
    await test.send('PATCH', `/sessions/${id}`, { title: 'My run', settings: { length: 90 } })
    const answer = await test.send('POST', `/sessions/${id}/play-again`)
    expect(answer.statusCode).toBe(201)
    const again = await waitForAnswer(test, SessionDetail.parse(answer.json()).id)
    expect(again).toMatchObject({ gamebookId, title: 'The Garden Gate', ending: null, messageCount: 1 })
    expect(again.settings.length).toBe(90)
    expect(again.id).not.toBe(id)
    expect(textsOf(await getSession(test, id))).toEqual(textsOf(ended))
  })

  it('asks nothing that was answered before', async () => {
    const test = await openTestApp()
    const created = await test.send('POST', '/gamebooks', { title: 'Mine', yaml: LOG })
    const gamebookId = created.json().id
    const answers = [{ entityId: 'captain', field: 'called', text: 'Ada' }]
    const first = await test.send('POST', '/sessions', { gamebookId, answers })
    const { id } = await waitForAnswer(test, first.json().id)
    const again = (await test.send('POST', `/sessions/${id}/play-again`)).json()
    await waitForAnswer(test, again.id)
    const stored = '{"captain":{"called":"Ada"}}'
    const rows = await test.services.db.selectFrom('startAnswers').select('answers').execute()
    expect(rows.map((row) => row.answers)).toEqual([stored, stored])
  })

  it('is refused for a gamebook that is gone', async () => {
    const { test, id, gamebookId } = await openEnded()
    await test.send('DELETE', `/gamebooks/${gamebookId}`)
    expect(problemIn(await test.send('POST', `/sessions/${id}/play-again`))).toMatchObject({
      status: 404,
      code: 'gamebook-not-found',
    })
  })
})
