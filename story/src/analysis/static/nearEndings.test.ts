import { expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'

/** Two functions move a plot and a walk through five rooms. The plot's last node can be an ending or not. */
const bookWith = (last: string, guard = ''): string => `
title: The Cure
entity_types:
  - name: Plot
    instructions: Tell the story.
    traits: [described, {name: graph, node_type_id: Beat}]
    entities:
      - id: plot
        name: The plot
        description: A cure is sought.
        node_ids: [ill, hopeful, well]
        functions: [{target: transition, name: advance_plot, description: The player finds out more.${guard}}]
  - name: Beat
    traits: [described, graph_node]
    entities:
      - {id: ill, name: Ill, description: Fever., edges: [hopeful]}
      - {id: hopeful, name: Hopeful, description: A recipe., edges: [well]}
      - {id: well, name: Well, description: No fever.${last}}
  - name: Map
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: house, node_ids: [bed, hall, kitchen, yard, shed], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {id: bed, name: Bed, description: Soft., edges: [hall]}
      - {id: hall, name: Hall, description: Long., edges: [bed, kitchen]}
      - {id: kitchen, name: Kitchen, description: Cold., edges: [hall, yard]}
      - {id: yard, name: Yard, description: Muddy., edges: [kitchen, shed]}
      - {id: shed, name: Shed, description: Dark., edges: [yard]}
`

const nearIn = (source: string): readonly string[] =>
  checkGamebook(source).findings.flatMap(({ code, message }) => (code === 'ending-very-near' ? [message] : []))

const CALLS = 'can be reached with 2 calls: advance_plot(to: hopeful), then advance_plot(to: well).'

it('is an ending that two calls reach', () => {
  expect(nearIn(bookWith(', ending: {title: Well, text: You are well.}'))).toEqual([`The ending "well" ${CALLS}`])
})

it('is the last node of a plot in a story without endings', () => {
  expect(nearIn(bookWith(''))).toEqual([`The last node "well" ${CALLS}`])
})

it('is nothing that waits for something else', () => {
  expect(nearIn(bookWith('', ", enabled: house.current_node_id == 'shed'"))).toEqual([])
  expect(nearIn(bookWith(', edges: [ill]'))).toEqual([])
})
