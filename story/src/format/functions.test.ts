import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { readGamebook } from './readGamebook.ts'

describe('a function', () => {
  it.each([
    ['unknown-target', '{target: ⟪transit, name: go}'],
    ['wrong-type', '{target: ⟪5, action: graph/transition}'],
    ['target-action-mismatch', '{target: transition, action: ⟪clock/advance, name: go}'],
    ['bad-action-name', '{action: ⟪transition, name: go}'],
    ['unknown-action', '{action: ⟪graph/transit, name: go}'],
    ['event-near-action', '{action: ⟪grap/transition, name: go}'],
    ['empty-function', '⟪{name: go}'],
    ['bad-tool-name', '{target: transition, name: ⟪go to}'],
    ['bad-tool-name', `{target: transition, name: ⟪${'a'.repeat(65)}}`],
    ['wrong-type', '{target: transition, name: ⟪null}'],
    ['missing-key bad-args', '⟪{action: ⟪state/set}'],
    ['duplicate-tool-name', '{target: transition}, ⟪{target: transition}'],
    ['duplicate-tool-name', '{target: transition, name: go}, {target: transition, name: ⟪go}'],
    ['unknown-parameter', '{target: transition, properties: {⟪too: The way.}}'],
    ['unknown-parameter', '{target: transition, args: {to: a}, properties: {⟪to: The way.}}'],
    ['wrong-type', '{target: transition, properties: {to: ⟪5}}'],
    ['wrong-type', '{target: transition, otherwise: ⟪5}'],
    ['wrong-type', '{target: transition, description: ⟪5}'],
    ['wrong-type', '{target: transition, args: ⟪5}'],
    ['bad-args', '{target: transition, args: {⟪form: a}}'],
    ['bad-args', '{target: transition, args: {to: ⟪5}}'],
    ['unknown-reference', '{target: transition, args: {to: ⟪nowhere}}'],
    ['wrong-trait', '{target: transition, args: {to: ⟪map}}'],
    ['unknown-reference', '{target: transition, args: {entity_id: ⟪nowhere}}'],
    ['wrong-trait', '{target: transition, args: {entity_id: ⟪a}}'],
    ['unknown-key', '{target: transition, ⟪propertys: {}}'],
  ])('has %s at the mark', (codes, functions) => expectFindings(codes, withFunctions(functions)))

  it.each([
    ['missing-trait', '{target: ⟪transition}'],
    ['wrong-trait', '{action: ⟪graph/transition}'],
  ])('on an entity that is not a graph has %s at the mark', (codes, tool) => {
    expectFindings(codes, gamebookOf(`  - {name: Thing, entities: [{id: rope, functions: [${tool}]}]}`))
  })

  it('of another entity can move a graph that it names', () => {
    const { gamebook, diagnostics } = readGamebook(`${withFunctions('')}
  - {name: Person, entities: [{id: player, functions: [{target: transition, name: go, args: {entity_id: map, to: a}}]}]}`)
    expect(diagnostics).toEqual([])
    expect(gamebook?.functions).toMatchObject([
      {
        ownerId: 'player',
        mainAction: {
          action: 'graph/transition',
          args: new Map([
            ['entity_id', 'map'],
            ['to', 'a'],
          ]),
        },
      },
    ])
  })

  it('without a tool is left out, and the gamebook is still playable', () => {
    const { gamebook } = readGamebook(withFunctions('{target: fly}, {target: transition, name: go}'))
    expect(gamebook?.functions.map(({ name }) => name)).toEqual(['go'])
  })

  it('has a warning from the 65th on', () => {
    const functions = Array.from(
      { length: 65 },
      (_, index) => `${index === 64 ? '⟪' : ''}{target: transition, name: go_${index}}`,
    )
    expectFindings('too-many-functions', withFunctions(functions.join(', ')))
  })

  it('has defaults for its name and description', () => {
    const { gamebook } = readGamebook(withFunctions('{target: transition}'))
    expect(gamebook?.functions).toMatchObject([
      {
        name: 'transition',
        description: { kind: 'constant', text: 'Move map along one of its exits.' },
        mainAction: { args: new Map([['entity_id', 'map']]) },
        check: null,
        effects: [],
      },
    ])
  })

  it('has the name of a described graph in its default description, also where that is computed', () => {
    const { gamebook } = readGamebook(
      gamebookOf(`  - {name: Map, hidden: true, traits: [described, {name: graph, node_type_id: Place}], entities: [
      {id: map, name: "The {{ map.id }}", description: B, node_ids: [a], functions: [{target: transition}]}]}
  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B}]}`),
    )
    expect(gamebook?.functions[0]?.description).toMatchObject({
      kind: 'template',
      parts: ['Move ', 'The ', { source: expect.stringContaining('map.id') }, ' along one of its exits.'],
    })
  })
})

function withFunctions(functions: string): string {
  return gamebookOf(`  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B}]}
  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: map, node_ids: [a], functions: [${functions}]}]}`)
}
