import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { readGamebook } from './readGamebook.ts'

describe('the declaration of a field', () => {
  it.each([
    ['bad-field', '{⟪name: text}'],
    ['reserved-name', '{⟪revealed: boolean}'],
    ['reserved-name', '{⟪secret: boolean}'],
    ['unreadable-field', '{⟪hasRope: boolean}'],
    ['wrong-type', '{n: ⟪intger}'],
    ['wrong-type', '{n: ⟪5}'],
    ['missing-key', '{n: ⟪{min: 1}}'],
    ['unknown-key', '{n: {type: text, ⟪lable: N}}'],
    ['wrong-type', '{n: {type: text, label: ⟪null}}'],
    ['wrong-type', '{n: {type: integer, min: ⟪one}}'],
    ['wrong-type', '{n: {type: text, show: ⟪icons}}'],
    ['wrong-type', '{n: {type: text, tell: ⟪yes please}}'],
    ['wrong-type', '{n: {type: text, values: [a, ⟪true]}}'],
    ['bad-field', '{n: {type: text, max: ⟪1}}'],
    ['bad-field', '{n: {type: text, on_bound: ⟪refuse}}'],
    ['wrong-type', '{n: {type: integer, on_bound: ⟪wrap}}'],
    ['bad-field', '{n: {type: integer, min: ⟪3, max: 1}}'],
    ['bad-field', '{n: {type: integer, max: ⟪1.5}}'],
    ['bad-field', '{n: {type: text, of: ⟪Key}}'],
    ['unknown-type', '{n: {type: entity, of: ⟪Kye}}'],
    ['bad-field', '{n: {type: boolean, values: ⟪[a]}}'],
    ['bad-field', '{n: {type: text, values: ⟪[]}}'],
    ['bad-field', '{n: {type: text, values: ⟪[a, 1]}}'],
    ['bad-field', '{n: {type: integer, max: 3, values: ⟪[1, 5]}}'],
    ['bad-field', '{n: {type: integer, min: 1, show: ⟪bar}}'],
    ['bad-field', '{n: {type: text, show: ⟪bar}}'],
    ['bad-field', '{n: {type: text, show: ⟪list}}'],
    ['bad-field', '{n: {type: integer, show: ⟪icon}}'],
    ['bad-field', '{n: {type: integer, ask: ⟪start}}'],
    ['bad-field', '{n: {type: list, ask: ⟪start}}'],
    ['bad-field', '{n: {type: text, default: =key.name, ask: ⟪start}}'],
    ...['end', '5', 'true', 'null', '[start]', '{a: start}'].map((value) => [
      'key-of-newer-format',
      `{n: {type: text, ask: ⟪${value}}}`,
    ]),
    ['bad-field', '{n: {type: integer, caption: ⟪It is high.}}'],
    ['expression-unknown-field', '{n: {type: text, show: text, caption: "It is {{ key.⟪m }}."}}'],
    ['expression-parse', '{n: {type: text, show: text, caption: "It is {{ key.n ⟪key.n }}."}}'],
    ...['5', 'true', 'null', '[It is high.]', '{a: It is high.}'].map((value) => [
      'key-of-newer-format',
      `{n: {type: text, show: text, caption: ⟪${value}}}`,
    ]),
    ['bad-value', '{n: {type: integer, max: 3, default: ⟪5}}'],
    ['bad-value', '{n: {type: text, values: [a, b], default: ⟪c}}'],
    ['bad-value', '{n: {type: list, default: [1, ⟪null]}}'.replace('[1, ⟪', '⟪[1, ')],
    ['unknown-reference', '{n: {type: entity, default: ⟪nobody}}'],
    ['unknown-reference', '{n: {type: entities, of: Key, default: [key, ⟪nobody]}}'],
    ['wrong-trait', '{n: {type: entity, of: Other, default: ⟪key}}'],
    ['dynamic-cycle', '{n: {type: integer, default: =⟪key.n + 1}}'],
  ])('has %s at the mark', (codes, fields) => expectFindings(codes, keysWith(fields, '{name: Key, description: B}')))

  it('may be short', () => {
    const { entityTypes } = loadGamebook(keysWith('{lit: boolean}', '{name: Key, description: B}'))
    expect(entityTypes[0]?.fields.get('lit')).toEqual({
      type: 'boolean',
      of: null,
      default: false,
      min: null,
      max: null,
      values: null,
      onBound: 'clamp',
      label: null,
      show: 'hidden',
      tell: true,
      askAtStart: false,
      caption: null,
    })
  })

  it('says all about the field', () => {
    const { entityTypes } = loadGamebook(
      keysWith(
        '{nerve: {type: integer, default: 2, min: 0, max: 3, values: [0, 2, 3], on_bound: refuse, label: Nerve, show: bar, tell: false}}',
        '{name: Key, description: B}',
      ),
    )
    expect(entityTypes[0]?.fields.get('nerve')).toEqual({
      type: 'integer',
      of: null,
      default: 2,
      min: 0,
      max: 3,
      values: [0, 2, 3],
      onBound: 'refuse',
      label: 'Nerve',
      show: 'bar',
      tell: false,
      askAtStart: false,
      caption: null,
    })
  })

  it.each([
    ['text', ''],
    ['integer', 0],
    ['{type: integer, min: 2}', 2],
    ['{type: number, max: -0.5}', -0.5],
    ['boolean', false],
    ['list', []],
    ['entity', null],
    ['entities', []],
  ])('of type %s begins with %j', (type, start) => {
    const { entityTypes } = loadGamebook(keysWith(`{n: ${type}}`, '{name: Key, description: B}'))
    expect(entityTypes[0]?.fields.get('n')?.default).toEqual(start)
  })
})

describe('the start value of a declared field', () => {
  it.each([
    ['bad-value', 'integer', '⟪1.5'],
    ['bad-value', 'integer', '⟪"1"'],
    ['bad-value', '{type: number, min: 0, max: 3}', '⟪-1'],
    ['bad-value', 'text', '⟪null'],
    ['bad-value', '{type: text, values: [a, b]}', '⟪c'],
    ['bad-value', '{type: list, values: [a, b]}', '⟪[a, c]'],
    ['bad-value', 'list', '⟪[[1]]'],
    ['bad-value', 'entities', '⟪[1]'],
    ['bad-value', 'entity', '⟪5'],
    ['unknown-reference', 'entity', '⟪nobody'],
    ['wrong-trait', '{type: entity, of: Other}', '⟪key'],
    ['unknown-reference', 'entities', '[key, ⟪nobody]'],
  ])('has %s at the mark where it is of type %s', (codes, type, value) => {
    expectFindings(codes, keysWith(`{n: ${type}}`, `{name: Key, description: B, n: ${value}}`))
  })

  it('is required if the fallback is not allowed', () => {
    expectFindings(
      'bad-value',
      keysWith(
        '{mood: {type: text, values: [calm, angry]}}',
        '{name: Key, description: B, mood: calm}, ⟪{name: Lock, description: B}',
      ),
    )
  })

  it('may be computed', () => {
    const source = keysWith('{n: {type: integer, max: 3}}', '{name: Key, description: B, n: "=2 + 2"}')
    expect(readGamebook(source).diagnostics).toEqual([])
  })
})

function keysWith(fields: string, entities: string): string {
  return gamebookOf(`  - {name: Key, hidden: true, traits: [described], fields: ${fields}, entities: [${entities}]}
  - {name: Other, entities: []}`)
}
