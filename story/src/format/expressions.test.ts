import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { readGamebook } from './readGamebook.ts'

describe('the expression of a field', () => {
  it.each([
    ['expression-parse', '=a.y ⟪= 1'],
    ['expression-parse', '"=1 +⟪"'],
    ['expression-parse', '=⟪a'],
    ['expression-unknown-entity', '=1 + ⟪b.y'],
    ['expression-unknown-field', '=a.⟪z + 1'],
    ['expression-parse', '=1 if a.y⟪'],
    ['expression-unknown-field', '=a.⟪z if a.y else 1'],
    ['expression-not-an-entity', '=a.⟪y.id'],
    ['expression-type', '"=1 ⟪< \'b\'"'],
    ['expression-not-numeric', '"=1 + ⟪\'b\'"'],
    ['expression-division-by-zero', '=1 / ⟪0'],
    ['dynamic-cycle', '=⟪a.x + 1'],
    ['limit', `⟪=1${' + 1'.repeat(500)}`],
  ])('is %s at the mark', (codes, value) => {
    expectFindings(codes, gamebookOf(`  - {name: Thing, entities: [{id: a, y: 1, x: ${value}}]}`))
  })

  it('is not followed into an entity whose type is faulty', () => {
    expectFindings(
      'unknown-trait',
      gamebookOf('  - {name: Thing, traits: [⟪grpah], entities: [{id: a, x: =a.current_node.id}]}'),
    )
  })

  it('is not reported for an entity that could not be read', () => {
    expectFindings(
      'wrong-type',
      gamebookOf('  - {name: Thing, entities: [{id: a, x: =b.id}]}\n  - {name: Other, entities: ⟪5}'),
    )
  })

  it('is not reported for a field whose own value is invalid', () => {
    expectFindings('expression-parse', gamebookOf('  - {name: Thing, entities: [{id: a, x: =1 ⟪1, y: =a.x}]}'))
  })
})

describe('a condition', () => {
  it.each([
    ['expression-parse', 'enabled: ⟪null'],
    ['expression-parse', 'enabled: ⟪5'],
    ['expression-parse', 'enabled: ⟪{a: b}'],
    ['expression-parse', 'enabled: [true, ⟪null]'],
    ['expression-parse', 'enabled: [true, ⟪[true]]'],
    ['expression-parse', 'enabled: a.enabled ⟪= true'],
    ['expression-parse expression-parse', 'enabled: [a.id ⟪=, true, a.id ⟪!]'],
    ['expression-parse', 'requires: a.id ⟪='],
    ['expression-parse', 'edges: [{to: a, enabled: a.id ⟪=}]'],
    ['expression-unknown-entity', 'enabled: true and ⟪b.lit'],
    ['expression-unknown-entity', 'requires: [true, ⟪b.lit]'],
    ['expression-unknown-entity', 'edges: [{to: a, enabled: "not ⟪b.lit"}]'],
    ['never-equal', 'enabled: map.current_node ⟪== "a"'],
    ['dynamic-cycle', 'enabled: not ⟪a.enabled'],
  ])('is %s at the mark', (codes, keys) => expectFindings(codes, node(`{name: A, description: B, ${keys}}`)))

  it('of a function is checked as well', () => {
    expectFindings(
      'expression-unknown-entity',
      gamebookOf(`  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B}]}
  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: map, node_ids: [a],
     functions: [{target: transition, enabled: ⟪b.lit}]}]}`),
    )
  })

  it('warns of a field that some nodes lack', () => {
    expectFindings(
      'field-not-on-every-node',
      gamebookOf(`  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: map, node_ids: [a, c], x: =map.current_node.⟪lit}]}
  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B, lit: true, edge_ids: [c]}, {name: C, description: D}]}`),
    )
  })
})

describe('a text', () => {
  it.each([
    ['expression-unknown-entity', '{name: "A {{ ⟪b.id }}", id: a, description: B}'],
    ['expression-unknown-entity', '{name: A, description: "=⟪b.id"}'],
    ['expression-parse', '{name: A, description: "B {{ a.id ⟪= }}"}'],
  ])('has %s at the mark', (codes, entity) => expectFindings(codes, node(entity)))

  it("of a type may have placeholders, but can't be one expression", () => {
    expectFindings(
      'expression-unknown-entity',
      gamebookOf('  - {name: Thing, instructions: "Tell {{ ⟪b.id }}", entities: []}'),
    )
    const { gamebook } = readGamebook(gamebookOf('  - {name: Thing, instructions: "=b.id", entities: []}'))
    expect(gamebook?.entityTypes[0]?.instructions).toEqual({ kind: 'constant', text: '=b.id' })
  })

  it('that begins with two equals signs is literal', () => {
    const { gamebook } = readGamebook(gamebookOf('  - {name: Thing, entities: [{id: a, sign: "==x"}]}'))
    expect(gamebook?.entities.get('a')?.fields.get('sign')).toBe('=x')
  })
})

describe('the location of an error inside an expression', () => {
  it.each([
    ['a plain scalar', '=1 + ⟪b.y'],
    ['a plain scalar of several lines', '=1 +\n            2 + ⟪b.y'],
    ['a single-quoted scalar', "'=1 + ⟪b.y'"],
    ['a single-quoted scalar with a quote', "'=''x'' == ⟪b.y'"],
    ['a double-quoted scalar', '"=1 + ⟪b.y"'],
    ['a literal block', '|\n          =1 +\n            2 +\n            ⟪b.y\n'],
    ['a folded block', '>-\n          =1 +\n          2\n\n          + ⟪b.y'],
    ['a double-quoted scalar with escapes: its start', '⟪"=\\"x\\" == b.y"'],
    ['an alias: where the value stands', '&value =1 + ⟪b.y\n        y: *value'],
  ])('is exact in %s', (_, value) => {
    expectFindings(
      'expression-unknown-entity',
      gamebookOf(`  - name: Thing\n    entities:\n      - id: a\n        x: ${value}`),
    )
  })
})

function node(entity: string): string {
  return gamebookOf(`  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: map, node_ids: [a]}]}
  - {name: Place, traits: [described, graph_node], entities: [${entity}]}`)
}
