import { expect, it } from 'vitest'

import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { fillDisk, LONG_TEXT } from '../support/fullDisk.ts'
import type { TurnStore } from '../../src/engine/turnStore.ts'
import { type Play, startPlay } from './turnHarness.ts'

/** A turn that runs on a full disk; `more` lets its answer end. */
async function startOnFullDisk(play: Play) {
  const more = gate()
  const turn = play.start(fakeModel(text('One ', more.opened, LONG_TEXT)), null)
  await turn.stored
  return { turn, more, makeRoom: await fillDisk(play.db, 'sqlite') }
}

it('an answer that is not saved is tried once more when the server stops', async () => {
  const play = await startPlay()
  const { turn, more, makeRoom } = await startOnFullDisk(play)
  more.open()
  await turn.ended
  expect(play.events.at(-1)).toMatchObject({ type: 'message-unsaved' })
  await makeRoom()
  await play.engine.stopAll()
  expect(await play.stored(turn.answerId)).toMatchObject({ status: 'done', error: null })
  expect(play.events.at(-1)).toMatchObject({ type: 'message-end', message: { status: 'done' } })
  expect(play.lost).toEqual([])
})

it('an answer that is lost when the server stops is reported', async () => {
  const play = await startPlay()
  const { turn, more } = await startOnFullDisk(play)
  more.open()
  await turn.ended
  await play.engine.stopAll()
  expect(play.lost).toMatchObject([{ id: turn.answerId, status: 'done' }])
})

it('a turn that runs on a full disk is stopped with the server, and reported', async () => {
  const play = await startPlay()
  const more = gate()
  const turn = play.start(fakeModel(text('One ', more.opened, LONG_TEXT, new Promise(() => {}))), null)
  await turn.stored
  await fillDisk(play.db, 'sqlite')
  more.open()
  await expect.poll(() => play.events.filter(({ type }) => type === 'part-delta')).toHaveLength(2)
  await play.engine.stopAll()
  expect(play.lost.map(({ id }) => id)).toEqual([turn.answerId])
})

it('a fault that lasts is reported once for the saves of progress and once for the end', async () => {
  const play = await startPlay()
  const { turn, more } = await startOnFullDisk(play)
  more.open()
  await turn.ended
  expect(play.faults.length).toBeLessThanOrEqual(2)
})

/** Stores the beginning of a turn, but its confirmation is lost each time. */
const unconfirmed = (store: TurnStore): TurnStore => ({
  ...store,
  async begin(sessionId, messages) {
    await store.begin(sessionId, messages)
    throw new Error('The connection was lost.')
  },
})

it('a turn that was stored without confirmation does not stay unfinished', async () => {
  const play = await startPlay(undefined, unconfirmed)
  const turn = play.start(fakeModel(text('Grass.')), null)
  await expect(turn.stored).rejects.toThrow('The connection was lost.')
  await turn.ended
  expect(play.events.at(-1)).toEqual({ type: 'turn-dropped' })
  await play.engine.saveUnsaved(play.sessionId)
  expect(await play.stored(turn.answerId)).toMatchObject({ status: 'done' })
})
