import { expect, it } from 'vitest'

import { type LiveTurn, toLiveEvent } from '../../src/web/live/liveTurn.ts'
import { loadBook, SMALL_BOOK } from '../engine/turnHarness.ts'
import { makeMessage, SESSION } from '../support/messages.ts'

const player = makeMessage(SESSION, null)
const first = makeMessage(SESSION, player)
const repaired = makeMessage(SESSION, player)

/** The siblings with which a message is published when these have begun. */
function siblingsOf(message: typeof first, started: LiveTurn['started']): readonly string[] {
  const turn = { gamebook: loadBook(SMALL_BOOK), endingsFound: new Set<string>(), siblingIds: ['earlier'], started }
  const event = toLiveEvent({ type: 'message-start', message }, turn)
  return event.type === 'message-start' ? event.message.siblingIds : []
}

it('publishes the first message of a turn with its siblings of other turns', () => {
  expect(siblingsOf(player, [])).toEqual(['earlier', player.id])
  expect(siblingsOf(first, [player])).toEqual([first.id])
})

it('publishes an answer that takes the place of another one as its sibling', () => {
  expect(siblingsOf(repaired, [player, first])).toEqual([first.id, repaired.id])
  expect(siblingsOf(repaired, [first])).toEqual(['earlier', first.id, repaired.id])
})
