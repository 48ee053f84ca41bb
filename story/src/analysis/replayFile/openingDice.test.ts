import { expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'
import { findSeed } from '../steps/replay.ts'
import { OPENING } from '../steps/step.ts'
import { claimOf, judgeReplay } from './claim.ts'
import { findReplaySeed } from './findReplaySeed.ts'
import { playReplay } from './playReplay.ts'

/** A trigger rolls for luck before the player can do anything. */
function unlucky(luck: number) {
  const check = checkGamebook(`
title: The Die
entity_types:
  - name: Places
    instructions: Describe a place.
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: map, node_ids: [room, yard], functions: [{target: transition, name: go_to, description: The player goes.}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Room, description: "Luck of {{ 10 / (player.luck - ${luck}) }}.", edges: [yard]}
      - {name: Yard, description: A yard., ending: true}
  - name: Person
    instructions: You.
    traits: [described]
    fields: {luck: {type: integer, default: 99, min: 0, max: 99}}
    entities:
      - name: Player
        description: You.
        triggers: [{condition: player.luck == 99, once: true, effects: [{dice/roll: {roll: 1d20, into: luck}}]}]
`)
  const { gamebook, findings } = check
  const failure = findings.find(({ code }) => code === 'expression-fails')
  if (gamebook === null || failure?.witness == null) throw new Error('Nothing fails')
  return { gamebook, failure, witness: failure.witness }
}

it.each([1, 2, 20])('finds a seed for a %i that is rolled before the first call', (luck) => {
  const { gamebook, failure, witness } = unlucky(luck)
  const seed = findReplaySeed(gamebook, witness)
  const played = playReplay(gamebook, witness, seed)
  expect(seed).not.toBeNull()
  expect(played.at(-1)?.state.entities).toMatchObject({ player: { luck } })
  expect(judgeReplay(gamebook, claimOf(failure), witness, played).isShown).toBe(true)
})

it('finds a seed for a walkthrough after such a roll, whether its steps list the roll or not', () => {
  const { gamebook } = unlucky(1)
  const leave = { function: 'go_to', args: { to: 'yard' }, rolls: [] }
  for (const [luck, steps] of [
    [1, [leave]],
    [7, [{ function: OPENING, args: {}, rolls: [[7]] }, leave]],
  ] as const) {
    const seed = findSeed(gamebook, steps)
    expect(seed).not.toBeNull()
    expect(playReplay(gamebook, steps, seed).at(-1)?.state.entities).toMatchObject({ player: { luck } })
  }
})
