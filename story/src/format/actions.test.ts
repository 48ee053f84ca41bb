import { describe, expect, it } from 'vitest'
import { Computed } from '../expressions/expression.ts'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'

describe('the payload of an action', () => {
  it.each([
    ['unknown-action', '⟪state/put: {field: skill}'],
    ['bad-action-name', '⟪put: {field: skill}'],
    ['event-near-action', '⟪stat/set: {field: skill}'],
    ['wrong-type', 'state/toggle: ⟪lit'],
    ['wrong-type', 'state/toggle: ⟪null'],
    ['bad-args', 'state/set: ⟪{field: skill}'],
    ['bad-args', 'state/set: ⟪{}'],
    ['bad-args', 'state/set: {field: skill, value: 1, ⟪valeu: 2}'],
    ['bad-args', 'core/reset-game: {⟪why: bored}'],
    ['bad-args', 'state/set: {field: ⟪5, value: 1}'],
    ['bad-args', 'state/set: {field: skill, value: ⟪{a: 1}}'],
    ['bad-args', 'state/set: {field: skill, value: ⟪[[1]]}'],
    ['bad-args', 'state/add: {field: skill, amount: ⟪"1"}'],
    ['bad-args', 'list/add: {field: tags, value: ⟪[wet]}'],
    ['bad-args', 'clock/advance: {minutes: ⟪0}'],
    ['bad-args', 'clock/advance: {minutes: ⟪10081}'],
    ['bad-args', 'clock/advance: {minutes: ⟪1.5}'],
    ['bad-args', 'core/end-game: {reason: ⟪5}'],
    ['bad-args', 'core/reveal: {entity_id: ⟪null}'],
    ['expression-parse', 'state/set: {field: skill, value: =player.skill +⟪}'.replace('+⟪}', '⟪= 1}')],
    ['expression-unknown-field', 'state/set: {field: skill, value: =player.⟪skil}'],
    ['expression-not-numeric', 'state/add: {field: skill, amount: =⟪player.lit}'],
    ['expression-not-numeric', 'clock/advance: {minutes: "=⟪\'5\'"}'],
    ['expression-type', 'core/end-game: {reason: =⟪player.skill + 1}'],
    ['expression-type', 'core/reveal: {entity_id: =⟪player.lit and true}'],
    ['expression-not-numeric', 'dice/roll: {roll: d6, add: ⟪player.lit}'],
    ['unknown-reference', 'state/set: {entity_id: ⟪nobody, field: skill, value: 1}'],
    ['unknown-reference', 'state/set: {field: ⟪skil, value: 1}'],
    ['unknown-reference', 'state/set: {entity_id: rope, field: ⟪skill, value: 1}'],
    ['bad-args', 'state/set: {field: ⟪capacity, value: 1}'],
    ['bad-args', 'state/set: {field: ⟪items, value: 1}'],
    ['bad-args', 'state/set: {field: ⟪revealed, value: true}'],
    ['bad-args', 'state/set: {field: ⟪twice, value: 1}'],
    ['bad-args', 'state/toggle: {field: ⟪skill}'],
    ['bad-args', 'state/add: {field: ⟪tags, amount: 1}'],
    ['bad-args', 'list/add: {field: ⟪skill, value: 1}'],
    ['bad-value', 'state/set: {field: skill, value: ⟪10}'],
    ['bad-value', 'state/set: {field: skill, value: ⟪many}'],
    ['bad-value', 'state/set: {field: mood, value: ⟪sad}'],
    ['bad-value', 'state/add: {field: skill, amount: ⟪0.5}'],
    ['bad-value', 'list/add: {field: friends, value: ⟪5}'],
    ['unknown-reference', 'list/add: {field: friends, value: ⟪nobody}'],
    ['wrong-trait', 'state/set: {field: friend, value: ⟪rope}'],
    ['wrong-trait', 'state/set: {field: friends, value: ⟪[player, rope]}'],
    ['unknown-reference', 'item/take: {item: ⟪lamp}'],
    ['wrong-trait', 'item/take: {item: ⟪player}'],
    ['wrong-trait', 'item/drop: {item: rope, to: ⟪rope}'],
    ['wrong-trait', 'item/give: {item: rope, to: ⟪night}'],
    ['bad-args', 'item/give: ⟪{item: rope}'],
    ['bad-args', 'item/take: ⟪{}'],
    ['wrong-trait', 'item/take: {entity_id: ⟪rope, item: rope}'],
    ['wrong-trait', '⟪graph/transition: {to: hall}'],
    ['bad-args', 'graph/transition: ⟪{entity_id: map}'],
    ['unknown-reference', 'graph/transition: {entity_id: map, to: ⟪cellar}'],
    ['wrong-trait', 'graph/transition: {entity_id: map, to: ⟪attic}'],
    ['wrong-trait', 'graph/transition: {entity_id: =player.friend, to: ⟪player}'],
    ['wrong-trait', 'clock/advance: {entity_id: ⟪player, minutes: 5}'],
  ])('has %s at the mark', (codes, effect) => expectFindings(codes, house(`{name: act, effects: [{${effect}}]}`)))

  it.each([
    'state/set: {field: skill, value: =player.skill + 1}',
    'state/set: {field: free, value: [a, 1, null]}',
    'state/set: {entity_id: =player.friend, field: whatever, value: 1}',
    'state/set: {field: =player.mood, value: 1}',
    'state/set: {field: friend, value: null}',
    'list/remove: {field: tags, value: wet}',
    'list/add: {field: friends, value: player}',
    'item/drop: {item: rope}',
    'clock/advance: {minutes: 10080}',
    'graph/transition: {entity_id: map, to: =player.mood}',
    'core/reveal: {}',
    'core/end-game: {}',
    'core/end-game: {reason: null}',
    'core/reset-game: {}',
    'story/bell-rings: {entity_id: nobody, list: [{a: "=b"}], x-why: 1}',
  ])('may be {%s}', (effect) => {
    loadGamebook(house(`{name: act, effects: [{${effect}}]}`))
  })
})

describe('the main action of a function', () => {
  it.each([
    ['bad-args', '{name: act, action: ⟪state/set}'],
    ['bad-args', '{name: act, action: state/set, args: ⟪{field: skill}, parameters: {valeu: text}}'],
    [
      'bad-args',
      '{name: act, action: state/add, args: {field: skill}, parameters: {amount: ⟪text}}'.replace(
        '{amount: ⟪',
        '{⟪amount: ',
      ),
    ],
    ['bad-args', '{name: act, ⟪args: {field: skill}, effects: []}'],
    ['wrong-type', '{name: act, target: take, args: ⟪rope}'],
    ['missing-trait', '{name: act, target: ⟪transition}'],
    ['wrong-trait', '{name: act, action: ⟪graph/transition}'],
    ['wrong-trait', '{name: act, action: graph/transition, args: {entity_id: ⟪player}}'],
    ['unknown-parameter', '{name: act, target: take, args: {item: rope}, properties: {⟪item: What.}}'],
  ])('has %s at the mark', (codes, tool) => expectFindings(codes, house(tool)))

  it('takes omitted args from the parameters', () => {
    const amount = '{amount: {type: integer, min: 1, max: 3}}'
    expect(mainOf(`{name: act, action: state/add, args: {field: skill}, parameters: ${amount}}`)).toEqual({
      entity_id: 'player',
      field: 'skill',
    })
    expect(mainOf('{name: act, action: core/reveal, parameters: {entity_id: {type: entity}}}')).toEqual({})
    expect(mainOf('{name: act, target: take}')).toEqual({ entity_id: 'player' })
  })

  it('has the fixed args, with the owner as the default', () => {
    expect(mainOf('{name: act, target: give, args: {to: player, item: rope}}')).toEqual({
      entity_id: 'player',
      item: 'rope',
      to: 'player',
    })
    expect(mainOf('{name: act, action: state/set, args: {value: "==x", field: free}}')).toEqual({
      entity_id: 'player',
      field: 'free',
      value: '=x',
    })
    expect(mainOf('{name: act, action: state/set, args: {value: =player.skill, field: free}}')).toMatchObject({
      value: expect.any(Computed),
    })
  })

  it('has the only clock as its default', () => {
    expect(mainOf('{name: act, target: advance, args: {minutes: 5}}')).toEqual({ entity_id: 'night', minutes: 5 })
    expectFindings(
      'missing-entity-id',
      clocks('{id: a}, {id: b}', '{name: act, action: ⟪clock/advance, args: {minutes: 5}}'),
    )
    expectFindings('missing-trait', clocks('', '{name: act, target: ⟪advance, args: {minutes: 5}}'))
  })

  it('that only rolls dice is the first effect', () => {
    const [tool] = loadGamebook(
      house(
        `{name: act, action: dice/roll, args: {roll: 2d6, at_least: 8}, parameters: {add: {type: integer, min: 0, max: 2}}, check: {roll: d6, at_least: 3}, effects: [{story/hum: {}}]}`,
      ),
    ).functions
    expect(tool).toMatchObject({
      mainAction: null,
      effects: [
        { kind: 'roll', roll: '2d6', add: { source: 'param.add' }, atLeast: 8, if: { source: 'roll.success' } },
        { action: 'story/hum', if: null },
      ],
    })
  })

  it('gives the function a default description', () => {
    const [tool] = loadGamebook(house('{name: pick_up, target: take}')).functions
    expect(tool?.description).toEqual({ kind: 'constant', text: 'pick up' })
  })
})

function mainOf(tool: string): unknown {
  return Object.fromEntries(loadGamebook(house(tool)).functions[0]?.mainAction?.args ?? [])
}

function clocks(entities: string, tool: string): string {
  return gamebookOf(`  - {name: Night, traits: [clock], entities: [${entities}]}
  - {name: Person, entities: [{id: player, functions: [${tool}]}]}`)
}

function house(functions: string): string {
  return gamebookOf(`  - {name: Map, traits: [{name: graph, node_type_id: Room}], entities: [{id: map, node_ids: [hall]}, {id: top, node_ids: [attic]}]}
  - {name: Room, traits: [described, graph_node], entities: [{name: Hall, description: B}, {name: Attic, description: B}]}
  - {name: Night, traits: [clock], entities: [{id: night}]}
  - {name: Thing, traits: [item], entities: [{id: rope}]}
  - name: Person
    traits: [container]
    fields: {skill: {type: integer, min: 0, max: 9}, mood: {type: text, values: [calm, angry], default: calm}, tags: list,
             friend: {type: entity, of: Person}, friends: {type: entities, of: Person}, lit: boolean, twice: {type: integer, default: =player.skill * 2}}
    entities:
      - id: player
        free: 1
        functions: [${functions}]`)
}
