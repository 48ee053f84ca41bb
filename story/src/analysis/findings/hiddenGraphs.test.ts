import { expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'

const book = (effects: string): string => `
title: The Mood
entity_types:
  - name: Mood
    instructions: Moods.
    traits: [described, {name: graph, node_type_id: State}]
    entities:
      - id: mood
        name: Mood
        description: D.
        enabled: not player.dead
        node_ids: [calm, wild]
        functions: [{target: transition, name: turn}]
  - name: State
    traits: [described, graph_node]
    entities:
      - {id: calm, name: Calm, description: D., edges: [wild]}
      - {id: wild, name: Wild, description: D., edges: [calm]}
  - name: Person
    fields: {dead: boolean}
    entities: [{id: player, functions: [{name: die, effects: [${effects}]}]}]
`
const DIE = 'state/set: {field: dead, value: true}'
const END = 'core/end-game: {reason: dead}'
const check = (...effects: readonly string[]) => {
  const { findings, summary } = checkGamebook(book(effects.map((effect) => `{${effect}}`).join(', ')))
  return { codes: findings.map(({ code }) => code), open: summary?.open }
}

it('reports a function that is offered while the graph that it moves is hidden', () => {
  expect(check(DIE).codes).toContain('function-of-hidden-graph')
})

it('knows that nothing is offered after the end', () => {
  const { codes, open } = check(DIE, END)
  expect(codes).not.toContain('function-of-hidden-graph')
  expect(open).toEqual([])
})
