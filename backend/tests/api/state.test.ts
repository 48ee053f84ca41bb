import { describe, expect, it } from 'vitest'

import { SessionState } from '../../src/web/schemas/session.ts'
import { BELFRY, BELFRY_ID } from '../support/belfry.ts'
import { openEvents } from '../support/eventStream.ts'
import { applyEvents } from '../support/applyEvent.ts'
import { toolCall, fakeModel, text, type FakeModel } from '../support/fakeModel.ts'
import { makeLibraryFolders } from '../support/gamebookFolder.ts'
import { getSession, sendMessage, startSession } from '../support/play.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const openBelfry = async (model: FakeModel): Promise<TestApp> =>
  openTestApp({ model, folders: await makeLibraryFolders({ [`${BELFRY_ID}/llm-gamebook.yaml`]: BELFRY }) })

const getState = async (test: TestApp, id: string, query = '') =>
  SessionState.parse((await test.get(`/sessions/${id}/state${query}`)).json())

describe('the state of a session', () => {
  it('has the time, the shown fields and the inventory', async () => {
    const test = await openBelfry(fakeModel(text('Straw.'), toolCall('search', '{}'), text('A purse.')))
    const { id } = await startSession(test, BELFRY_ID)
    await sendMessage(test, id, 'Search the straw.')
    const { clocks, fields, inventory } = await getState(test, id)
    expect(clocks).toEqual([{ entityId: 'hours', entity: null, day: 1, time: '21:00' }])
    expect(fields.map(({ entity, label, show, text }) => [entity, label, show, text])).toEqual([
      ['Yard', 'Searched', 'icon', 'yes'],
      ['Apprentice', 'Luck', 'bar', '3'],
      ['Apprentice', 'Mood', 'text', 'calm'],
      ['Apprentice', 'Clues', 'list', 'A light in the belfry'],
      ['Apprentice', 'Cursed', 'icon', 'no'],
      ['Apprentice', 'Friends', 'list', 'none'],
      ['Apprentice', 'Vigour', 'text', '6'],
    ])
    expect(fields[1]).toMatchObject({ field: 'luck', value: 3, min: 0, max: 5 })
    expect(inventory).toEqual([
      {
        entityId: 'apprentice',
        entity: 'Apprentice',
        capacity: 3,
        items: [
          {
            entityId: 'purse',
            entity: 'Purse',
            description: 'Leather.',
            items: [{ entityId: 'coin', entity: 'Coin', description: 'Bent.', items: [] }],
          },
        ],
      },
    ])
  })

  it('hides secrets until they are revealed', async () => {
    const test = await openBelfry(
      fakeModel(
        text('Straw.'),
        toolCall('try_luck', '{}'),
        toolCall('try_luck', '{}'),
        toolCall('try_luck', '{}'),
        text('Cold.'),
      ),
    )
    const { id } = await startSession(test, BELFRY_ID)
    expect((await test.get(`/sessions/${id}/state`)).body).not.toContain('Ghost')
    await sendMessage(test, id, 'I try my luck.')
    const { fields, journal } = await getState(test, id)
    expect(fields.find(({ field, entityId }) => field === 'friends' && entityId === 'apprentice')).toMatchObject({
      items: ['Ghost'],
    })
    expect(fields.filter(({ entityId }) => entityId === 'ghost')).not.toEqual([])
    expect(journal.map(({ line }) => line)).not.toContain('')
  })

  it('is the same at a message after any number of undos', async () => {
    const test = await openBelfry(
      fakeModel(
        text('Straw.'),
        toolCall('climb', '{"to":"stair"}'),
        text('Up.'),
        toolCall('wait', '{"minutes":90}'),
        text('Dark.'),
      ),
    )
    const { id } = await startSession(test, BELFRY_ID)
    const { headId } = await sendMessage(test, id, 'Up.')
    const before = await getState(test, id)
    await sendMessage(test, id, 'I wait.')
    expect(await getState(test, id)).toMatchObject({
      clocks: [{ time: '22:30' }],
      journal: [
        {},
        { line: 'You went to the stair' },
        { line: 'It is now 22:30' },
        { line: 'Apprentice: Cursed: yes' },
      ],
    })
    expect(await getState(test, id, `?messageId=${String(headId)}`)).toEqual(before)

    const undone = await test.send('PUT', `/sessions/${id}/head`, { messageId: headId })
    expect(undone.json()).toMatchObject({ panel: { clocks: [{ time: '21:00' }] } })
    expect(await getState(test, id)).toEqual(before)
  })

  it('is sent on the event stream when it changes', async () => {
    const test = await openBelfry(fakeModel(text('Straw.'), toolCall('wait', '{"minutes":90}'), text('Dark.')))
    const address = await test.app.listen({ port: 0, host: '127.0.0.1' })
    const { id } = await startSession(test, BELFRY_ID)
    const stream = await openEvents(address, id)
    await stream.next(({ type }) => type === 'snapshot')
    await sendMessage(test, id, 'I wait.')
    await stream.next(({ type }) => type === 'message-end')
    stream.close()
    const shown = stream.events.flatMap((event) => (event.type === 'state' ? [event.panel] : []))
    expect(shown.map(({ clocks }) => clocks[0]?.time)).toEqual(['21:00', '22:30'])
    expect(shown.at(-1)?.fields).toContainEqual(expect.objectContaining({ field: 'cursed', text: 'yes', isOn: true }))
    const session = await getSession(test, id)
    expect(applyEvents(stream.events).panel).toEqual(session.panel)
    expect(session.panel).toEqual(shown.at(-1))
  })

  it('has complete receipts: the roll, its effects, and the triggers', async () => {
    const test = await openBelfry(fakeModel(text('Straw.'), toolCall('try_luck', '{}'), text('No luck.')))
    const { id } = await startSession(test, BELFRY_ID)
    const { messages } = await sendMessage(test, id, 'I try my luck.')
    const [entry] = messages.at(-1)?.receipts ?? []
    expect(entry?.receipt).toMatchObject({
      action: 'core/call',
      function: 'try_luck',
      guards: [{ guard: 'try_luck.enabled', source: 'apprentice.luck > 0', holds: true }],
      roll: {
        roll: '2d6',
        dice: [1, 1],
        add: 3,
        total: 5,
        at_least: 11,
        success: false,
      },
      effects: expect.arrayContaining([
        expect.objectContaining({ changes: [expect.objectContaining({ entity: 'apprentice' })] }),
      ]),
    })
  })
})

describe('an ending that is not a place', () => {
  it('is shown with its reason, and is not counted as an ending', async () => {
    const test = await openBelfry(fakeModel(text('Straw.'), toolCall('give_up', '{}'), text('You sleep.')))
    const { id } = await startSession(test, BELFRY_ID)
    const session = await sendMessage(test, id, 'I give up.')
    expect(session).toMatchObject({
      ending: { title: 'The end', kind: 'neutral', text: 'You lie down in the straw.' },
      endings: { found: 0, total: 1 },
      endedAt: expect.any(String),
    })
    expect((await getState(test, id)).endings).toEqual({ found: 0, total: 1, reached: [] })
    expect((await test.get(`/gamebooks/${BELFRY_ID}`)).json()).toMatchObject({ endings: { found: 0, total: 1 } })
    const { data } = (await test.get('/sessions')).json()
    expect(data).toMatchObject([{ ending: { title: 'The end' }, endedAt: expect.any(String) }])
    const more = await test.send('POST', `/sessions/${id}/messages`, { text: 'And then?' })
    expect(more.statusCode).toBe(409)
  })
})
