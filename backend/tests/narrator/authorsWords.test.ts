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
