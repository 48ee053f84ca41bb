import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { readGamebook } from './readGamebook.ts'

describe('a trigger', () => {
  it.each([
    ['wrong-type', '⟪core/reset-game'],
    ['missing-key', '⟪{name: core/reset-game}'],
    ['expression-parse', '{name: core/reset-game, condition: ⟪null}'],
    ['expression-unknown-entity', '{name: core/reset-game, condition: ⟪lamp.lit}'],
    ['empty-trigger', '⟪{condition: true}'],
    ['empty-trigger', '⟪{condition: true, effects: []}'],
    ['bad-args', '{condition: true, ⟪args: {a: 1}, effects: [{core/reset-game: {}}]}'],
    ['unknown-action', '{condition: true, name: ⟪core/reset}'],
    ['bad-action-name', '{condition: true, action: ⟪reset}'],
    ['event-near-action', '{condition: true, name: ⟪cor/reset-game}'],
    ['target-action-mismatch', '{condition: true, name: core/reset-game, action: ⟪story/hum}'],
    ['bad-args', '{condition: true, name: ⟪state/set}'],
    ['bad-args', '{condition: true, name: state/toggle, args: {field: lit, ⟪value: true}}'],
    ['unknown-reference', '{condition: true, name: state/toggle, args: {field: ⟪lid}}'],
    ['wrong-type', '{condition: true, name: core/reset-game, once: ⟪1}'],
    ['wrong-type', '{condition: true, name: core/reset-game, id: ⟪5}'],
    ['bad-id', '{condition: true, name: core/reset-game, id: ⟪Wakes}'],
    ['duplicate-id', '{condition: true, name: story/hum, id: a}, {condition: true, name: story/hum, id: ⟪a}'],
    ['unknown-key', '{condition: true, name: core/reset-game, ⟪onec: true}'],
    ['expression-unknown-entity', '{condition: true, name: story/hum, args: {a: =⟪param.x}}'],
    ['expression-unknown-entity', '{condition: true, name: story/hum, args: {a: =⟪roll.total}}'],
    ['unknown-action', '{condition: true, effects: [{⟪core/reset: {}}]}'],
  ])('of an entity has %s at the mark', (codes, triggers) => {
    expectFindings(
      codes,
      gamebookOf(`  - {name: Person, entities: [{id: player, lit: true, triggers: [${triggers}]}]}`),
    )
  })

  it.each([
    ['the only entity', '{id: player, lit: true}', ''],
    ['nobody where there is none', '', 'missing-entity-id'],
    ['nobody where there are several', '{id: player, lit: true}, {id: ansel, lit: true}', 'missing-entity-id'],
  ])('of a type belongs to %s', (_, entities, codes) => {
    const source = gamebookOf(
      `  - {name: Person, triggers: [{condition: true, name: ⟪state/toggle, args: {field: lit}}], entities: [${entities}]}`,
    )
    if (codes === '') loadGamebook(source.replace('⟪', ''))
    else expectFindings(codes, source)
  })

  it('without an owner needs the owner of a field that it rolls into', () => {
    expectFindings(
      'missing-entity-id',
      gamebookOf(
        '  - {name: Person, triggers: [{condition: true, name: dice/roll, args: {roll: d6, into: ⟪luck}}], entities: []}',
      ),
    )
  })

  it('is in the model with its id, its own action first', () => {
    const { triggers } = loadGamebook(
      gamebookOf(`  - name: Person
    triggers: [{condition: player.lit, once: true, name: story/hum, effects: [{state/toggle: {field: lit}}]}]
    entities:
      - {id: player, lit: true, triggers: [{condition: true, effects: [{story/hum: {}}]}, {id: wakes, condition: [true, player.lit], action: dice/roll, args: {roll: d6}}]}
  - {name: Ledger, triggers: [{condition: false, name: core/reset-game}], entities: []}`),
    )
    expect(triggers).toMatchObject([
      {
        id: 'Person#0',
        once: true,
        condition: { source: 'player.lit' },
        effects: [
          { action: 'story/hum', if: null },
          {
            action: 'state/toggle',
            args: new Map([
              ['entity_id', 'player'],
              ['field', 'lit'],
            ]),
          },
        ],
      },
      { id: 'player#0', once: false, effects: [{ action: 'story/hum' }] },
      { id: 'player#wakes', condition: { source: [true, 'player.lit'] }, effects: [{ kind: 'roll', roll: 'd6' }] },
      { id: 'Ledger#0', condition: { source: false }, effects: [{ action: 'core/reset-game' }] },
    ])
  })

  it('is one of at most a thousand', () => {
    const triggers = Array.from(
      { length: 1001 },
      (_, index) => `\n      - ${index === 1000 ? '⟪' : ''}{condition: true, name: story/hum}`,
    ).join('')
    expectFindings('limit', gamebookOf(`  - name: Person\n    entities: []\n    triggers:${triggers}`))
  })
})

describe('a node without an edge to it', () => {
  it.each([
    ['an effect', 'functions: [{name: fall, effects: [{graph/transition: {to: c}}]}]'],
    ['a roll', 'functions: [{name: fall, check: {roll: d6, at_least: 4, on_failure: [{graph/transition: {to: c}}]}}]'],
    ['a trigger', 'triggers: [{condition: true, name: graph/transition, args: {to: c}}]'],
    ['what is computed', 'triggers: [{condition: true, name: graph/transition, args: {to: =map.aim}}], aim: c'],
    ['a computed graph', 'triggers: [{condition: true, name: graph/transition, args: {entity_id: =map.id, to: c}}]'],
  ])('can be reached by %s', (_, keys) => {
    expect(readGamebook(onMap(keys)).diagnostics).toEqual([])
  })

  it('is not reached by a main action, which needs an edge', () => {
    const source = onMap('functions: [{target: transition, args: {to: c}}]')
    expectFindings('unreachable-node', source.replace('{name: C', '⟪{name: C'))
  })

  it('may be the target of a faulty effect', () => {
    expectFindings('unknown-reference', onMap('triggers: [{condition: true, name: graph/transition, args: {to: ⟪k}}]'))
    expectFindings('unknown-action', onMap('triggers: [{condition: true, name: ⟪graph/transit, args: {to: c}}]'))
  })
})

function onMap(keys: string): string {
  return gamebookOf(`  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: map, node_ids: [a, c, d], ${keys}}]}
  - {name: Plan, traits: [{name: graph, node_type_id: Place}], entities: [{id: plan, node_ids: [a, d, c], current_node_id: d}]}
  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B, edge_ids: [d]}, {name: C, description: B}, {name: D, description: B}]}`)
}
