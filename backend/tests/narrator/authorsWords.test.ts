import { expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { loadYaml, playGamebook } from './support/playGamebook.ts'

const LIGHTHOUSE = loadYaml(`
title: The Lighthouse
description: The lamp has gone out.
entity_types:
  - name: Places
    instructions: Describe the room.
    traits: [{name: graph, node_type_id: Room}]
    entities:
      - id: tower
        node_ids: [stairs, gallery]
        functions: [{target: transition, name: go_to, description: The player goes to a room.}]
        triggers: [{condition: tower.current_node_id == 'stairs', once: true, effects: [{narrate: A door shuts.}]}]
  - name: Room
    traits: [described, graph_node]
    entities:
      - name: Stairs
        description: A stair winds up.
        edges: [{to: gallery, label: up to the gallery}]
      - name: Gallery
        description: The gallery is all wind.
        first_visit: You duck under the lintel.
        edges: [{to: stairs, label: down the stairs}]
`)

const model = createBuiltinNarrator({ wordDelayMs: 0 })

it('words of a trigger follow the opening, which is narrated once', async () => {
  const { last } = await playGamebook(LIGHTHOUSE, [], { model })
  expect(last.text.match(/The lamp has gone out\./g)).toHaveLength(1)
  expect(last.text).toMatch(/A door shuts\.$/)
})

it('words for a move stand for the sentence about the move', async () => {
  const { last } = await playGamebook(LIGHTHOUSE, ['up to the gallery'], { model })
  expect(last.text).toMatch(/^You duck under the lintel\.\n\nThe gallery is all wind\./)
})

it('what a narration says in full is not introduced again', async () => {
  const parrot = loadYaml(`
title: The Perch
entity_types:
  - name: Words
    instructions: What was said.
    traits: [described]
    entities: [{id: said, name: What was said, description: '"Under the stairs."', reveal_when: player.fed}]
  - name: Person
    instructions: People.
    traits: [described]
    entities:
      - name: Player
        description: A visitor.
        fed: false
        functions:
          - name: feed
            description: The player feeds the parrot.
            enabled: not player.fed
            narrate: 'It says, "Under the stairs."'
            effects: [{state/set: {field: fed, value: true}}]
`)
  const { last } = await playGamebook(parrot, ['feed the parrot'], { model })
  expect(last.text).toBe('It says, "Under the stairs."')
})
