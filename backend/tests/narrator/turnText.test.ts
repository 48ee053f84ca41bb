import { expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { loadYaml, playGamebook } from './support/playGamebook.ts'

const BOOK = `
title: The Vane
description: A vane without wind.
entity_types:
  - name: Places
    instructions: Describe the room.
    traits: [{name: graph, node_type_id: Room}]
    entities:
      - id: tower
        node_ids: [stairs, gallery, end]
        functions: [{target: transition, name: go_to, description: The player goes to a room.}]
  - name: Room
    traits: [described, graph_node, container]
    entities:
      - name: Stairs
        description: A stair winds up.
        edges:
          - {to: gallery, label: up the stair}
          - {id: rope, to: gallery, label: up the rope, narrate: The rope burns.}
          - {id: hatch, to: gallery, label: through the hatch, enabled: player.tried > 9, otherwise: The hatch is shut.}
          - {id: ladder, to: gallery, label: up the ladder, enabled: player.tried > 9, otherwise: The ladder has no rungs.}
      - name: Gallery
        description: The gallery is all wind. A vane turns.
        first_visit: You duck. The gallery is *all wind*. Hold your hat.
        edges: [{to: stairs, label: down the stair}, {to: end, label: over the rail, narrate: You let go.}]
      - {name: End, description: Air., ending: {title: Down, kind: bad, text: "You *fly*.\\n\\nFor a while."}}
  - name: Hero
    instructions: The player.
    traits: [described, container]
    fields: {tried: {type: integer, default: 0, min: 0, max: 9}}
    entities:
      - name: Player
        description: A keeper.
        functions:
          - {target: take, name: take, description: The player takes something., narrate: The cold key bites.}
          - {name: jump, description: The player jumps., check: {roll: d6, at_least: 1, on_success: [{narrate: You land.}]}}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    entities: [{id: key, name: Iron key, description: Cold., held_by: stairs}, {id: hat, name: Straw hat, description: Bent., held_by: stairs}]
`

const model = createBuiltinNarrator({ wordDelayMs: 0 })
const book = loadYaml(BOOK)
const turn = async (...script: readonly string[]) => (await playGamebook(book, script, { model })).last

it("sentences of a place that the author's words have are not repeated", async () => {
  const { text } = await turn('up the stair')
  expect(text).toMatch(/^You duck\. The gallery is \*all wind\*\. Hold your hat\.\n\nA vane turns\./)
})

it('an item that the words mention is not announced again', async () => {
  expect((await turn('take the key')).text).toBe('The cold key bites.')
  expect((await turn('take the key')).text).not.toContain('now have')
  expect((await turn('take the hat')).text).toContain('You now have the straw hat.')
})

it('dice are left to the words for their outcome', async () => {
  expect((await turn('jump')).text).toMatch(/^You land\.(?!.*You roll)/s)
})

it('two exits to one place are both offered, taken and narrated by their labels', async () => {
  expect((await turn('where can I go')).text).toContain('up the stair or the rope')
  expect((await turn('up the rope')).calls).toEqual(['go_to {"to":"rope"}'])
  expect((await turn('climb up the rope', 'down the stair', 'up the stair')).text).toMatch(
    /^You go up the stair\.|again\./,
  )
})

it.each([
  ['through the hatch', 'go_to {"to":"hatch"} (refused)', 'The hatch is shut.'],
  ['up the ladder', 'go_to {"to":"ladder"} (refused)', 'The ladder has no rungs.'],
])('%j is tried by its own exit, although another one to that place is open', async (words, call, reason) => {
  const { calls, text } = await turn(words)
  expect(calls).toEqual([call])
  expect(text).toContain(reason)
})

it("the ending's text comes last, as it is", async () => {
  const { text } = await turn('up the stair', 'over the rail')
  expect(text).toMatch(/^You let go\.\n\n.*You \*fly\*\.\n\nFor a while\.$/s)
})
