import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'

describe('the parameter of a function', () => {
  it.each([
    ['wrong-type', 'parameters: ⟪[way]'],
    ['wrong-type', 'parameters: {way: ⟪txt}'],
    ['wrong-type', 'parameters: {way: ⟪5}'],
    ['missing-key', 'parameters: {way: ⟪{max_length: 5}}'],
    ['unknown-key', 'parameters: {way: {type: text, ⟪max: 5}}'],
    ['wrong-type', 'parameters: {way: {type: text, max_length: ⟪-1}}'],
    ['wrong-type', 'parameters: {way: {type: text, required: ⟪null}}'],
    ['wrong-type', 'parameters: {way: {type: text, description: ⟪5}}'],
    ['missing-key missing-key', 'parameters: {way: ⟪⟪integer}'],
    ['missing-key', 'parameters: {way: ⟪{type: integer, min: 1}}'],
    ['wrong-type', 'parameters: {way: {type: integer, min: 1, max: ⟪2.5}}'],
    ['bad-field', 'parameters: {way: {type: integer, min: ⟪3, max: 2}}'],
    ['missing-key', 'parameters: {way: {type: ⟪choice}}'.replace('{type: ⟪', '⟪{type: ')],
    ['bad-field', 'parameters: {way: ⟪[]}'],
    ['bad-field', 'parameters: {way: [up, down, ⟪up]}'],
    ['wrong-type', 'parameters: {way: [up, ⟪true]}'],
    ['wrong-type', 'parameters: {way: [1, ⟪1.5]}'],
    ['unknown-type', 'parameters: {who: {type: entity, of: ⟪Persn}}'],
    ['unknown-type', 'parameters: {who: {type: entity, of: [Thing, ⟪Persn]}}'],
    ['bad-field', 'parameters: {who: {type: entity, of: ⟪[]}}'],
    ['wrong-type', 'parameters: {who: {type: entity, of: ⟪5}}'],
    ['bad-id', 'parameters: {⟪theWay: text}'],
    ['reserved-name', 'parameters: {⟪not: text}'],
    ['unknown-parameter', 'parameters: {way: text}, properties: {⟪wey: The way.}'],
  ])('has %s at the mark', (codes, keys) => expectFindings(codes, withFunction(`action: story/ring, ${keys}`)))

  it('may be named like a built-in one only if the tool has none, or args fixes it', () => {
    expectFindings('reserved-name', withFunction('target: take, parameters: {⟪item: text}'))
    expectFindings('reserved-name', withFunction('target: give, parameters: {⟪to: text}'))
    loadGamebook(withFunction('target: take, parameters: {to: text}'))
    loadGamebook(withFunction('target: take, parameters: {item: [rope]}, args: {item: =param.item}'))
  })

  it('is in the model with its defaults', () => {
    const { functions } = loadGamebook(
      withFunction(`action: story/ring, parameters: {
        say: text, loud: boolean, way: [up, 2], many: {type: integer, min: 1, max: 9, required: false},
        who: {type: entity, of: Thing, description: Whom.}, what: {type: entity}, any: {type: entity, of: [Thing]}}`),
    )
    const common = { description: null, required: true }
    expect([...(functions[0]?.parameters ?? [])]).toEqual([
      ['say', { ...common, type: 'text', maxLength: 500 }],
      ['loud', { ...common, type: 'boolean' }],
      ['way', { ...common, type: 'choice', values: ['up', 2] }],
      ['many', { ...common, type: 'integer', min: 1, max: 9, required: false }],
      ['who', { ...common, type: 'entity', of: ['Thing'], description: 'Whom.' }],
      ['what', { ...common, type: 'entity', of: null }],
      ['any', { ...common, type: 'entity', of: ['Thing'] }],
    ])
  })
})

describe('an expression of a function', () => {
  it.each([
    ['unknown-parameter', 'args: {mood: =param.⟪mod}'],
    ['unknown-parameter', 'effects: [{story/hum: {mood: =param.⟪mod}}]'],
    ['unknown-parameter', 'effects: [{action: story/hum, if: param.⟪mod}]'],
    ['unknown-parameter', 'check: {roll: d6, at_least: param.⟪mod}'],
    ['expression-not-an-entity', 'args: {mood: =param.⟪mood.id}'],
    ['expression-unknown-field', 'args: {mood: =param.who.⟪lamp}'],
    ['expression-not-numeric', 'args: {mood: "=⟪param.mood + 1"}'],
    ['expression-unknown-entity', 'enabled: ⟪param.mood'],
    ['expression-unknown-entity', 'args: {mood: =⟪roll.total}'],
    ['expression-unknown-entity', 'effects: [{story/hum: {mood: =⟪roll.total}}]'],
    ['expression-unknown-entity', 'check: {roll: d6, at_least: ⟪roll.total}'],
    ['expression-unknown-field', 'check: {roll: d6, at_least: 4}, effects: [{story/hum: {mood: =roll.⟪dice}}]'],
    ['expression-not-numeric', 'check: {roll: d6, at_least: 4}, effects: [{story/hum: {mood: =1 + ⟪roll.success}}]'],
  ])('has %s at the mark', (codes, keys) => {
    expectFindings(codes, withFunction(`action: story/ring, parameters: ${PARAMETERS}, ${keys}`))
  })

  it.each([
    'args: {mood: =param.mood, light: =param.who.lit, many: =param.many + 1}',
    'check: {roll: d6, add: param.many, at_least: "=param.many * 2", on_success: [{story/hum: {by: =roll.total + param.many}}]}',
    'check: {roll: d6, at_least: 4}, effects: [{action: story/hum, if: "roll.success and param.many > roll.total"}]',
    'effects: [{dice/roll: {roll: d6, at_least: 4, on_failure: [{action: story/hum, if: roll.total < 2}]}}]',
  ])('may read parameters and rolls: %s', (keys) => {
    loadGamebook(withFunction(`action: story/ring, parameters: ${PARAMETERS}, ${keys}`))
  })

  it('may read the parameters that the tool has by itself', () => {
    loadGamebook(withFunction('target: take, effects: [{action: story/hum, if: param.item.lit}]'))
    expectFindings(
      'unknown-parameter',
      withFunction('target: take, args: {item: rope}, effects: [{action: story/hum, if: param.⟪item}]'),
    )
  })

  it("in a computed field can't read parameters", () => {
    expectFindings('expression-unknown-entity', gamebookOf('  - {name: Thing, entities: [{id: a, x: =⟪param.mood}]}'))
  })
})

const PARAMETERS = '{mood: text, who: {type: entity, of: Thing}, many: {type: integer, min: 0, max: 9}}'

function withFunction(keys: string): string {
  return gamebookOf(`  - {name: Thing, traits: [item], entities: [{id: rope, lit: true}]}
  - {name: Person, traits: [container], entities: [{id: player, functions: [{name: act, ${keys}}]}]}`)
}
