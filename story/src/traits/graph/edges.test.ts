import { expect, it } from 'vitest'
import type { Entity } from '../../gamebook/gamebook.ts'
import { loadWorld } from '../../testSupport/loadGamebook.ts'
import { edgesFrom } from './edges.ts'

const world = loadWorld(`
title: Two Maps
entity_types:
  - name: Maps
    instructions: Show the maps.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: coast, node_ids: [harbour, beach]}
      - {id: land, node_ids: [harbour, hill]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Harbour, description: Ships., edges: [beach, hill]}
      - {name: Beach, description: Sand., edges: [harbour]}
      - {name: Hill, description: Grass., edges: [harbour]}
`)

it('lead to nodes of the same graph, also from a node in two graphs', () => {
  const targets = ['coast', 'land', 'coast'].map((id) => edgesFrom(world, graphOf(id)).map(({ to }) => to))
  expect(targets).toEqual([['beach'], ['hill'], ['beach']])
})

function graphOf(id: string): Entity {
  const graph = world.gamebook.entities.get(id)
  if (graph === undefined) throw new Error(`There is no graph ${id}`)
  return graph
}
