import type { World } from '../state/world.ts'
import { loadWorld } from './loadGamebook.ts'

/** A house whose `hall` has the start, with these keys of nodes, functions of the house, and triggers. */
export function house(nodes: string, functions = '', triggers = ''): World {
  return loadWorld(`
title: House
entity_types:
  - name: Map
    hidden: true
    traits: [{name: graph, node_type_id: Room}]
    entities:
      - id: house
        node_ids: [hall, attic, cellar, garden]
        functions:
          - {target: transition, name: go_to, narrate: "I walk ({{ diary.steps }}).", effects: [{narrate: "I arrive at {{ param.to }}."}]}
${functions}
  - name: Room
    hidden: true
    traits: [described, graph_node]
    entities:
${nodes}
  - name: Book
    hidden: true
    fields: {steps: integer, open: boolean}
    entities:
      - id: diary
        triggers: [${triggers}]
`)
}

/** One room of the house. */
export const room = (id: string, keys: string): string => `      - {id: ${id}, name: ${id}, description: D, ${keys}}\n`
/** An effect that moves the graph of the house. */
export const moveTo = (node: string): string => `{graph/transition: {entity_id: house, to: ${node}}}`
