import { describe, expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { loadYaml, Play, type PlayedTurn } from './support/playGamebook.ts'

const AVIARY = loadYaml(`
title: The Aviary
entity_types:
  - name: Places
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: house
        node_ids: [hall, aviary]
        functions: [{target: transition, name: go_to, description: The player goes to a room.}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Hall, description: A hall with a picture of a parrot and a nut., edges: [{to: aviary, label: in at the door}]}
      - {name: Aviary, description: "A parrot sits here, and wants a nut.", edges: [{to: hall, label: out to the hall}]}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    entities:
      - {name: Hen, description: A brown hen., enabled: house.current_node_id == 'nowhere'}
      - {name: Nut, description: A nut., held_by: player}
  - name: Person
    instructions: People.
    traits: [described, container]
    entities:
      - {name: Cage, description: A cage of wire.}
      - name: Player
        description: A keeper of birds.
        functions:
          - name: put_hen
            description: The player puts the hen in the cage, in the parrot's place.
            action: item/give
            args: {item: hen, to: cage}
            enabled: hen.held_by == 'player'
            otherwise: There is no hen to be had.
          - name: buy_nut
            description: The player buys a nut and puts down a coin.
            enabled: house.current_node_id == 'nowhere'
            otherwise: Nobody sells anything here.
            effects: [{story/buys: {}}]
          - name: feed_parrot
            description: The player feeds the parrot, offers or gives it a nut.
            enabled: house.current_node_id == 'aviary'
            otherwise: He is not hungry here.
            effects: [{story/eats: {}}]
`)
const model = createBuiltinNarrator({ wordDelayMs: 0 })

async function play(...script: readonly string[]): Promise<PlayedTurn> {
  const played = new Play(AVIARY, { model })
  await played.playTurn(null)
  for (const words of script) await played.playTurn(words)
  return played.last
}

describe('a function that is refused now', () => {
  it('answers its own words with its reason', async () => {
    expect((await play('offer the parrot a nut')).text).toContain('He is not hungry here.')
  })

  it('is named by the words of its author, if the player cannot choose the item', async () => {
    expect((await play('in', 'give the parrot a nut')).calls).toEqual(['feed_parrot {}'])
  })

  it('leaves a bare move to the exits', async () => {
    expect((await play('in', 'leave')).calls).toEqual(['go_to {"to":"hall"}'])
  })
})
