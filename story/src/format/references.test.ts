import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { readGamebook } from './readGamebook.ts'

const PLACES = '  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B}]}'

describe('references', () => {
  it.each([
    [
      'unknown-type',
      '  - {name: Map, traits: [{name: graph, node_type_id: ⟪Plaec}], entities: [{id: map, node_ids: [a]}]}',
    ],
    [
      'wrong-trait',
      '  - {name: Map, traits: [{name: graph, node_type_id: ⟪Map}], entities: [{id: map, node_ids: [a]}]}',
    ],
    ['wrong-type', '  - {name: Map, traits: [{name: graph, node_type_id: ⟪5}], entities: [{id: map, node_ids: [a]}]}'],
    ['unknown-reference', map('{id: map, node_ids: [a, ⟪nowhere]}')],
    ['wrong-trait', map('{id: map, node_ids: [a, ⟪map]}')],
    ['wrong-type', map('{id: map, node_ids: [a, ⟪5]}')],
    ['wrong-type', map('{id: map, node_ids: ⟪a}')],
    ['missing-key', map('⟪{id: map}')],
    ['empty-graph', map('{id: map, node_ids: ⟪[]}')],
    ['duplicate-node', map('{id: map, node_ids: [a, ⟪a]}')],
    ['unknown-start-node', map('{id: map, node_ids: [a], current_node_id: ⟪b}')],
    ['dynamic-on-state', map('{id: map, node_ids: [a], current_node_id: ⟪=map.id}')],
    ['wrong-type', map('{id: map, node_ids: [a], current_node_id: ⟪5}')],
  ])('of a graph are %s at the mark', (codes, types) => expectFindings(codes, gamebookOf(`${types}\n${PLACES}`)))

  it.each([
    ['unknown-reference', '{name: A, description: B, edge_ids: [⟪nowhere]}'],
    ['unknown-reference', '{name: A, description: B, edges: [⟪nowhere]}'],
    ['unknown-reference', '{name: A, description: B, edges: [{to: ⟪nowhere}]}'],
    ['wrong-trait', '{name: A, description: B, edge_ids: [⟪map]}'],
    ['wrong-type', '{name: A, description: B, edge_ids: [⟪5]}'],
    ['wrong-type', '{name: A, description: B, edge_ids: ⟪a}'],
    ['wrong-type', '{name: A, description: B, edges: [⟪5]}'],
    ['missing-key', '{name: A, description: B, edges: [⟪{label: away}]}'],
    ['wrong-type', '{name: A, description: B, edges: [{to: a, label: ⟪5}]}'],
    ['unknown-key', '{name: A, description: B, edges: [{to: a, ⟪lable: away}]}'],
    ['wrong-type', '{name: A, description: B, otherwise: ⟪5}'],
    ['wrong-type', '{name: A, description: B, ending: ⟪null}'],
    ['wrong-type', '{name: A, description: B, ending: {kind: ⟪godo}}'],
    ['wrong-type', '{name: A, description: B, ending: {title: ⟪null}}'],
    ['unknown-key', '{name: A, description: B, ending: {⟪titel: End}}'],
    ['duplicate-edge', '{name: A, description: B, edge_ids: [a, ⟪a]}'],
    ['duplicate-edge', '{name: A, description: B, edge_ids: [a], edges: [{to: ⟪a, label: again}]}'],
  ])('of a node are %s at the mark', (codes, node) => expectFindings(codes, onMap('a', node)))

  it('suggest the id that was probably meant', () => {
    const { diagnostics } = readGamebook(
      onMap('a, cellar, celar', '{name: A, description: B, edge_ids: [cellar]}, {name: Cellar, description: B}'),
    )
    expect(diagnostics).toMatchObject([
      { code: 'unknown-reference', path: 'entity_types[0].entities[0].node_ids[2]', hint: 'Did you mean "cellar"?' },
    ])
  })

  it('to a type or entity that is faulty itself are not reported again', () => {
    expectFindings(
      'wrong-type',
      gamebookOf(
        `${map('{id: map, node_ids: [a, b]}')}\n  - {name: Place, traits: [described, graph_node], entities: ⟪5}`,
      ),
    )
    expectFindings(
      'unknown-trait',
      gamebookOf(`${map('{id: map, node_ids: [a]}')}\n  - {name: Place, traits: [⟪graph_nod], entities: [{id: a}]}`),
    )
    expectFindings('wrong-type', gamebookOf(`${map('{id: map, node_ids: [a]}')}\n  - ⟪Place`))
    expectFindings('bad-id', onMap('A', '{id: ⟪A, name: A, description: B}'))
  })
})

describe('graphs and nodes', () => {
  it.each([
    [
      'edge-leaves-graph node-without-graph',
      'a',
      '{name: A, description: B, edge_ids: [⟪c]}, ⟪{name: C, description: B}',
    ],
    ['node-without-graph', 'a', '{name: A, description: B}, ⟪{name: C, description: B}'],
    ['unreachable-node', 'a, c', '{name: A, description: B}, ⟪{name: C, description: B}'],
    [
      'unreachable-node',
      'a, c, d',
      '{name: A, description: B, edge_ids: [c]}, {name: C, description: B}, ⟪{name: D, description: B, edge_ids: [c]}',
    ],
  ])('warn of %s at the mark', (codes, nodeIds, nodes) => expectFindings(codes, onMap(nodeIds, nodes)))

  it('reach a node that the start of another of its graphs leads to', () => {
    const source = gamebookOf(`${map('{id: map, node_ids: [a, c]}, {id: plan, node_ids: [c, a]}')}
  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B}, {name: C, description: B}]}`)
    expect(readGamebook(source).diagnostics).toEqual([])
  })

  it('are not reported as unreachable if an edge is faulty', () => {
    expectFindings(
      'unknown-reference',
      onMap('a, c', '{name: A, description: B, edge_ids: [⟪b]}, {name: C, description: B}'),
    )
  })

  it('warn of nodes without a description', () => {
    expectFindings(
      'node-not-described',
      gamebookOf(`  - {name: Map, traits: [{name: graph, node_type_id: ⟪Place}], entities: [{id: map, node_ids: [a]}]}
  - {name: Place, traits: [graph_node], entities: [{id: a}]}`),
    )
  })

  it('show both locations of a duplicate', () => {
    const { diagnostics } = readGamebook(onMap('a, a', '{name: A, description: B, edge_ids: [a, a]}'))
    expect(diagnostics.map(({ code, related }) => [code, related.length])).toEqual([
      ['duplicate-node', 1],
      ['duplicate-edge', 1],
    ])
  })
})

function map(entities: string): string {
  return `  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [${entities}]}`
}

function onMap(nodeIds: string, nodes: string): string {
  return gamebookOf(`${map(`{id: map, node_ids: [${nodeIds}]}`)}
  - {name: Place, traits: [described, graph_node], entities: [${nodes}]}`)
}
