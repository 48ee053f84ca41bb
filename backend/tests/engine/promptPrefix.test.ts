import { expect, it } from 'vitest'

import { largeGamebook } from '../../../bench/programs/largeGamebook.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { measureSession, playRecordedSession } from '../support/recordedSessions/playRecordedSession.ts'
import { moverSession, readRecordedSession, type RecordedSession } from '../support/recordedSessions/recordedSession.ts'
import { addShares, measurePrefix, toPercent } from '../support/recordedSessions/sharedPrefix.ts'
import { openShippedPlayer, SEEDS } from '../support/recordedSessions/shippedPlayer.ts'

it('lets providers cache most of the prompt of whole sessions', async () => {
  const shares = []
  for (const [name, seed] of Object.entries(SEEDS)) {
    shares.push(await measureSession(readRecordedSession(name), await openShippedPlayer({ seed })))
  }
  expect(toPercent(addShares(shares))).toBeGreaterThanOrEqual(80)
  for (const share of shares) expect(toPercent(share)).toBeGreaterThanOrEqual(75)
})

it('lets providers cache most of the prompt of a player who moves every turn', async () => {
  const share = await measureSession(moverSession(), await openShippedPlayer())
  expect(toPercent(share)).toBeGreaterThanOrEqual(80)
})

/** A walk along the first row of a house with 20 rooms in each row, then down its last column. */
function walkSession(moves: number): RecordedSession {
  const text = 'A cold draught climbs the stair, and the lamp leans away from you as if it had heard its name. '.repeat(
    4,
  )
  const turns = Array.from({ length: moves }, (_, index) => {
    const to = `room_${index < 19 ? index + 1 : 19 + 20 * (index - 18)}`
    return {
      player: `On to ${to}.`,
      answers: [
        { text: '', calls: [{ name: 'walk_to', arguments: { to } }] },
        { text, calls: [] },
      ],
    }
  })
  return { gamebook: 'test/house', turns: [{ player: null, answers: [{ text, calls: [] }] }, ...turns] }
}

it('lets providers cache most of the prompt in a gamebook that is too large for the system text', async () => {
  const folder = await makeFolder({ 'test/house/llm-gamebook.yaml': largeGamebook(600) })
  const player = await openShippedPlayer({ folder, contextWindow: 16_384 })
  const { bodies, sessionId } = await playRecordedSession(walkSession(25), player)
  const { messages } = await player.getSession(sessionId)
  expect(messages.at(-1)?.receipts.at(-1)?.receipt.result).toBe('applied')
  const systemTexts = new Set(bodies.map(({ messages: [first] }) => JSON.stringify(first)))
  expect(systemTexts.size).toBe(1)
  expect([...systemTexts].join('').length).toBeLessThan(20_000)
  expect(toPercent(measurePrefix(bodies))).toBeGreaterThanOrEqual(80)
})
