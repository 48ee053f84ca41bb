import { describe, expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'

const bookWith = (entities: string): string => `
title: The Fair
entity_types:
  - name: Map
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: fair, node_ids: [gate, tent, stage, home], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node, container]
    entities:
      - {id: gate, name: The Gate, description: Open., edges: [tent, home]}
      - {id: tent, name: The Tent, description: Striped., edges: [gate]}
      - {id: stage, name: The Stage, description: High., edges: [gate]}
      - {id: home, name: Home, description: Warm., ending: {title: Home, text: You are back.}}
  - name: Person
    instructions: People are loud.
    traits: [described]
    entities:
${entities}
  - name: Thing
    instructions: Things are small.
    traits: [described, item, container]
    entities:
      - {id: coin, name: A coin, description: Round., held_by: gate}
      - {id: mask, name: A mask, description: White., held_by: stage}
      - {id: box, name: A box, description: Tin., held_by: gate, open: "coin.held_by == 'tent'"}
      - {id: ring, name: A ring, description: Gold., held_by: box}
`

const NODES_APART = "fair.current_node_id == 'gate' and fair.current_node_id == 'tent'"

const neverVisible = (person: string): readonly string[] =>
  checkGamebook(bookWith(`      - {id: clown, name: The Clown, description: Sad., ${person}}`)).findings.flatMap(
    ({ code, message }) => (code === 'never-visible' || code.startsWith('detail') ? [`${code}: ${message}`] : []),
  )

const NEVER = ['never-visible: "mask" is never visible.', 'never-visible: "ring" is never visible.']

describe('what players never see is', () => {
  it('an item where nobody goes, and one in a box that stays closed', () => {
    expect(neverVisible("enabled: fair.current_node_id == 'tent'")).toEqual(NEVER)
  })

  it('a person whose condition is never true, reported once if there are details', () => {
    const clown = 'never-visible: "clown" is never visible.'
    expect(neverVisible(`enabled: "${NODES_APART}"`)).toEqual([clown, ...NEVER])
    expect(neverVisible(`enabled: "${NODES_APART}", details: {nose: Red.}`)).toEqual([clown, ...NEVER])
  })

  it('no person that is switched off', () => {
    expect(neverVisible('enabled: false')).toEqual(NEVER)
  })

  it('no secret that nothing reveals: another finding says so', () => {
    expect(neverVisible('secret: true')).toEqual(NEVER)
    expect(neverVisible("secret: true, reveal_when: fair.current_node_id == 'tent'")).toEqual(NEVER)
  })
})
