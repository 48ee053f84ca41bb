import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testKit/findings.ts'
import { buildGamebook } from './buildGamebook.ts'
import { readGamebook } from './readGamebook.ts'

describe('what the engine does not do yet', () => {
  it.each([
    ['triggers', '  - {name: Thing, ⟪triggers: [{name: core/end-game, condition: true}], entities: []}'],
    ['triggers', '  - {name: Thing, entities: [{id: a, ⟪triggers: [{}]}]}'],
    ['declared fields', '  - {name: Thing, ⟪fields: {lit: boolean}, entities: []}'],
    ['the trait clock', '  - {name: Thing, traits: [⟪clock], entities: []}'],
    ['the trait item', '  - {name: Thing, traits: [{name: ⟪item}], entities: []}'],
    ['the trait container', '  - {name: Thing, traits: [⟪container], entities: []}'],
    ['secret entities', '  - {name: Thing, entities: [{id: a, ⟪secret: true}]}'],
    ['revealing secret entities', '  - {name: Thing, entities: [{id: a, ⟪reveal_when: true}]}'],
    ['the action clock/advance', tool('{target: ⟪advance, name: wait}')],
    ['the action item/take', tool('{target: ⟪take, name: take, properties: {item: What.}}')],
    ['the action item/drop', tool('{target: ⟪drop, name: drop}')],
    ['the action item/give', tool('{target: ⟪give, name: give, properties: {to: Whom.}}')],
    ['the action state/set', tool('{action: ⟪state/set, name: set, args: {field: lit}}')],
    ['the action story/bell-rings', tool('{action: ⟪story/bell-rings, name: ring}')],
    ['checks with dice', tool('{name: roll, ⟪check: {roll: 2d6, at_least: 8}}')],
    ['effects of a function', tool('{name: light, ⟪effects: [{state/set: {field: lit, value: true}}]}')],
  ])('is reported where it stands: %s', (feature, types) => {
    expectFindings('not-supported-yet', gamebookOf(types))
    expect(readGamebook(gamebookOf(types.replace('⟪', ''))).diagnostics[0]?.message).toContain(feature)
  })

  it.each([
    ['parameters of a function', '{target: transition, ⟪parameters: {way: text}, properties: {way: The way.}}'],
    ['arguments that are computed', '{target: transition, args: {to: ⟪"=map.id"}}'],
  ])('is reported beside what is done: %s', (_, tool) =>
    expectFindings('not-supported-yet', gamebookOf(graphWith(tool))),
  )

  it('makes the gamebook unplayable, but it can be read so far', () => {
    const source = gamebookOf('  - {name: Night, traits: [clock], entities: [{id: night, start: "21:30"}]}')
    expect(readGamebook(source).gamebook).toBeNull()
    expect(buildGamebook(source, 'f').model?.entities.get('night')?.clock).toEqual({ start: 1290, minutes: 0 })
  })

  it.each([
    ['nothing is secret', '{id: a, secret: false}'],
    ['the lists are empty', '{id: a, triggers: [], functions: []}'],
  ])('is not used where %s', (_, entity) => {
    expect(
      readGamebook(gamebookOf(`  - {name: Thing, fields: {}, triggers: [], entities: [${entity}]}`)).diagnostics,
    ).toEqual([])
  })

  it('is the only thing that keeps the large example from being played', () => {
    const source = readFileSync(new URL('../testKit/salt-lantern.yaml', import.meta.url), 'utf8')
    expect(readGamebook(source).diagnostics.map(({ code, line, path }) => `${line} ${path} ${code}`)).toEqual([
      '318 entity_types[10].triggers not-supported-yet',
    ])
  })
})

describe('parts that are read although they are not played yet', () => {
  it.each([
    ['bad-value', '  - {name: Night, traits: [⟪clock], entities: [{id: night, start: ⟪"25:00"}]}'],
    ['dynamic-on-state', '  - {name: Night, traits: [⟪clock], entities: [{id: night, minutes: ⟪=1 + 1}]}'],
    ['wrong-type', '  - {name: Night, traits: [⟪clock], entities: [{id: night, minutes: ⟪-1}]}'],
    ['wrong-type', '  - {name: Bag, traits: [⟪container], entities: [{id: bag, capacity: ⟪many}]}'],
    ['unknown-reference', '  - {name: Key, traits: [⟪item], entities: [{id: key, held_by: ⟪nobody}]}'],
    ['wrong-trait', '  - {name: Key, traits: [⟪item], entities: [{id: key, held_by: ⟪key}]}'],
    ['dynamic-on-state', '  - {name: Key, traits: [⟪item], entities: [{id: key, held_by: ⟪"=key.id"}]}'],
    ['bad-field', '  - {name: Key, traits: [described], hidden: true, ⟪fields: {⟪name: text}, entities: []}'],
    ['bad-field', '  - {name: Key, ⟪fields: {n: {type: integer, min: ⟪3, max: 1}}, entities: []}'],
    ['bad-field', '  - {name: Key, ⟪fields: {n: {type: text, max: ⟪1}}, entities: []}'],
    ['bad-value', '  - {name: Key, ⟪fields: {n: {type: integer, max: 3, default: ⟪5}}, entities: []}'],
    ['bad-value', '  - {name: Key, ⟪fields: {n: integer}, entities: [{id: key, n: ⟪1.5}]}'],
    ['wrong-type', '  - {name: Key, ⟪fields: {n: ⟪intger}, entities: []}'],
    ['reserved-name', '  - {name: Key, ⟪fields: {⟪revealed: boolean}, entities: []}'],
    ['unknown-key', '  - {name: Key, ⟪fields: {n: {type: text, ⟪lable: N}}, entities: []}'],
  ])('are %s at the mark', (code, types) => expectFindings(`not-supported-yet ${code}`, gamebookOf(types)))

  it('are reported where containers hold each other', () => {
    expectFindings(
      'not-supported-yet not-supported-yet containment-cycle',
      gamebookOf(
        '  - {name: Bag, traits: [⟪item, ⟪container], entities: [{id: sack, held_by: box}, {id: box, held_by: ⟪sack}]}',
      ),
    )
  })
})

function tool(tool: string): string {
  return `  - {name: Thing, entities: [{id: a, functions: [${tool}]}]}`
}

function graphWith(tool: string): string {
  return `  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B}]}
  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: map, node_ids: [a], functions: [${tool}]}]}`
}
