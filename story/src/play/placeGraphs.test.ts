import { expect, it } from 'vitest'
import { placeGraphs } from './placeGraphs.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'

const graphs = (types: string): readonly string[] =>
  placeGraphs(
    loadGamebook(`
title: Graphs
entity_types:
  - name: Node
    hidden: true
    traits: [described, graph_node]
    entities: [{name: One, description: "", edges: [two]}, {name: Two, description: "", edges: [one]}]
${types}`),
  ).map(({ id }) => id)

const nameless = (id: string, fn: string): string => `
  - {name: Type of ${id}, hidden: true, traits: [{name: graph, node_type_id: Node}],
     entities: [{id: ${id}, node_ids: [one, two], functions: [${fn}]}]}`

const named = (id: string, fn: string): string => `
  - {name: Type of ${id}, hidden: true, traits: [described, {name: graph, node_type_id: Node}],
     entities: [{id: ${id}, name: ${id}, description: "", node_ids: [one, two], functions: [${fn}]}]}`

it.each([
  ['a graph without a name, beside a plot that has one', [named('plot', ''), nameless('town', '')], ['town']],
  [
    'of several without a name the one that a function walks',
    [nameless('door', '{target: transition, name: open_door}'), nameless('town', '{target: transition, name: go_to}')],
    ['town'],
  ],
  ['all of them where none is walked', [nameless('door', ''), nameless('town', '')], ['door', 'town']],
  [
    'a graph with a name only where a function walks it',
    [named('island', '{target: transition, name: walk_to}'), named('plot', '{target: transition, name: advance}')],
    ['island'],
  ],
  [
    'not one whose next node the author has fixed',
    [named('island', '{target: transition, name: go_home, args: {to: one}}')],
    [],
  ],
])('the player is in %s', (_, types, ids) => {
  expect(graphs(types.join(''))).toEqual(ids)
})
