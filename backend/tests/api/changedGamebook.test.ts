import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { systemClock } from '../../src/clock.ts'
import { BELFRY, BELFRY_ID } from '../support/belfry.ts'
import { toolCall, fakeModel, text } from '../support/fakeModel.ts'
import { addFiles, makeLibraryFolders } from '../support/gamebookFolder.ts'
import { getSession, sendMessage, waitForAnswer, startSession } from '../support/play.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const { newId } = systemClock

const FILE = `${BELFRY_ID}/llm-gamebook.yaml`
const TOLD = "The gamebook has changed since this was saved, and some of it couldn't be restored."

/** A session on the stair, with a light in the belfry and the lantern in hand. */
async function playToStair(): Promise<{ test: TestApp; id: string }> {
  const model = fakeModel(
    text('Straw.'),
    toolCall('take', '{"item":"lantern"}'),
    toolCall('climb', '{"to":"stair"}'),
    text('Up.'),
    text('On.'),
  )
  const folders = await makeLibraryFolders({ [FILE]: BELFRY })
  const test = await openTestApp({ model, folders })
  const { id } = await startSession(test, BELFRY_ID)
  await sendMessage(test, id, 'Take the lantern, go up.')
  return { test, id }
}

const change = (test: TestApp, source: string) => addFiles(test.folders.example, { [FILE]: source })
const without = (id: string) => BELFRY.replace(new RegExp(`.*\\{id: ${id},.*\\n`), '')
const storedStates = async ({ services }: TestApp) =>
  services.db.selectFrom('message').select(['id', 'stateAfter']).orderBy('id').execute()

describe('a session whose gamebook changed', () => {
  it('continues, says what was dropped, and keeps the stored state', async () => {
    const { test, id } = await playToStair()
    const before = await storedStates(test)
    await change(test, without('lantern').replace('requires: lantern.held_by', 'requires: purse.held_by'))
    const session = await sendMessage(test, id, 'Look about.')
    const [entry, ...others] = session.messages.at(-1)?.receipts ?? []
    expect(entry).toMatchObject({
      line: TOLD,
      receipt: {
        action: 'core/restore',
        by: 'system',
        args: { findings: [{ code: 'state-orphan', path: 'entities.lantern' }] },
        reason: '"lantern" is no longer in the gamebook; its saved values were dropped.',
      },
    })
    expect(others).toEqual([])
    expect(session).toMatchObject({ place: 'Stair', panel: { inventory: [{ items: [] }] } })
    expect((await storedStates(test)).slice(0, before.length)).toEqual(before)
  })

  it('says that it is played in its last version while the file has errors or is gone', async () => {
    const { test, id } = await playToStair()
    expect(await getSession(test, id)).toMatchObject({ gamebookFile: 'current' })
    await change(test, 'title: [')
    expect(await sendMessage(test, id, 'Look about.')).toMatchObject({ gamebookFile: 'broken', place: 'Stair' })
    expect((await test.send('POST', '/sessions', { gamebookId: BELFRY_ID })).json()).toMatchObject({
      code: 'gamebook-not-playable',
    })
    await rm(dirname(join(test.folders.example, FILE)), { recursive: true })
    expect(await sendMessage(test, id, 'Look about.')).toMatchObject({ gamebookFile: 'missing', place: 'Stair' })
  })

  it('in the older format is read without firing triggers whose conditions are already true', async () => {
    const { test, id } = await playToStair()
    const older = {
      entities: {
        tower: { current_node_id: { type: 'Floor', target: 'stair' } },
        hours: { minutes: 90 },
        apprentice: { luck: '4' },
      },
    }
    const copy = await copyWithState(test, id, JSON.stringify(older))
    expect(await getSession(test, copy)).toMatchObject({ place: 'Stair', panel: { clocks: [{ time: '22:30' }] } })

    const session = await sendMessage(test, copy, 'On.')
    expect(session.messages.at(-1)?.receipts).toMatchObject([
      { line: TOLD, receipt: { args: { findings: [{ code: 'state-type', path: 'entities.apprentice.luck' }] } } },
    ])
    expect(session.panel.fields).toContainEqual(expect.objectContaining({ field: 'luck', value: 4 }))
    expect(session.panel.fields).toContainEqual(expect.objectContaining({ field: 'cursed', text: 'no' }))
    const raw = (await storedStates(test)).map(({ stateAfter }) => stateAfter)
    expect(raw.filter((state) => state === JSON.stringify(older))).toHaveLength(2)
  })
})

describe('a session whose gamebook changed', () => {
  it('repeats the notice in each answer to the same message, and never later', async () => {
    const { test, id } = await playToStair()
    await change(test, without('lantern').replace('requires: lantern.held_by', 'requires: purse.held_by'))
    const first = await sendMessage(test, id, 'Look about.')
    const { answerId } = (await test.send('POST', `/sessions/${id}/messages/${String(first.headId)}/retry`, {})).json()
    await waitForAnswer(test, id)
    const second = await sendMessage(test, id, 'And on.')
    const linesOf = (messageId: string) =>
      second.messages.find((message) => message.id === messageId)?.receipts.map(({ line }) => line)
    expect(linesOf(answerId)).toEqual([TOLD])
    expect(second.messages.at(-1)?.receipts).toEqual([])
  })

  it('says nothing if the whole state fits', async () => {
    const { test, id } = await playToStair()
    await change(test, BELFRY.replace('It turns and turns.', 'It turns.'))
    expect((await sendMessage(test, id, 'Look about.')).messages.at(-1)?.receipts).toEqual([])
  })

  it('starts over if the state is invalid, and says so', async () => {
    const { test, id } = await playToStair()
    const session = await sendMessage(test, await copyWithState(test, id, '[]'), 'Where am I?')
    expect(session.place).toBe('Yard')
    expect(session.messages.at(-1)?.receipts[0]).toMatchObject({
      line: TOLD,
      receipt: { reason: "The saved state can't be read; the story starts over." },
    })
  })
})

/** A session that holds the last answer of another one, with a state that was saved otherwise. */
async function copyWithState({ services: { db } }: TestApp, id: string, stateAfter: string): Promise<string> {
  const session = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const head = await db
    .selectFrom('message')
    .selectAll()
    .where('id', '=', String(session.headId))
    .executeTakeFirstOrThrow()
  const [copyId, headId] = [newId(), newId()]
  await db
    .insertInto('session')
    .values({ ...session, id: copyId, headId })
    .execute()
  await db
    .insertInto('message')
    .values({ ...head, id: headId, sessionId: copyId, parentId: null, stateAfter })
    .execute()
  return copyId
}
