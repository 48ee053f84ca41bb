import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Json } from '../../json.ts'
import { toArguments, unwrapValue } from './argumentObject.ts'

function argsOf(names: readonly string[], given: Json): unknown {
  const object = toArguments(names, given)
  return object !== null && 'args' in object ? Object.fromEntries(object.args) : (object?.unknown ?? null)
}

describe('the arguments of a call', () => {
  it.each<[string, readonly string[], Json, unknown]>([
    ['are an object', ['item', 'to'], { item: 'rope', to: 'mate' }, { item: 'rope', to: 'mate' }],
    ['may be wrapped once', ['item'], { arguments: { item: 'rope' } }, { item: 'rope' }],
    ['may be wrapped under any name', ['item'], { take: { item: 'rope' } }, { item: 'rope' }],
    ['may be the only one, without its name', ['item'], 'rope', { item: 'rope' }],
    ['may have the only one under another name', ['item'], { target: 'rope' }, { item: 'rope' }],
    ['may have similar names', ['item', 'to'], { itemId: 'rope', to_name: 'mate' }, { item: 'rope', to: 'mate' }],
    ['may have empty ones too many', ['item'], { item: 'rope', to: null }, { item: 'rope' }],
    ['may be missing where none is needed', [], null, {}],
    ['are ignored where none is needed', [], { item: 'rope' }, {}],
    ['may be any value where none is needed', [], 'rope', {}],
    ['keep a mapping that is the value', ['item'], { item: { id: 'rope' } }, { item: { id: 'rope' } }],
    ['name a word that means something else', ['item'], { sentence: 'rope' }, ['sentence']],
    ['name what is too many', ['item'], { item: 'rope', how: 'fast' }, ['how']],
    ['name what fits none of several', ['item', 'to'], { thing: 'rope', to: 'mate' }, ['thing']],
    ['name a value that is given twice', ['item'], { item: 'rope', item_id: 'coin' }, ['item_id']],
    ['are no list', ['item'], ['rope'], null],
    ['are no text if there are several', ['item', 'to'], 'rope', null],
  ])('%s', (_, names, given, expected) => {
    expect(argsOf(names, given)).toEqual(expected)
  })

  it.each<[Json, Json]>([
    ['rope', 'rope'],
    [{ id: 'rope' }, 'rope'],
    [{ name: 'Rope', id: 'rope' }, 'rope'],
    [{ item: 'rope' }, 'rope'],
    [['rope'], 'rope'],
    [
      ['rope', 'coin'],
      ['rope', 'coin'],
    ],
    [
      { a: 'rope', b: 'coin' },
      { a: 'rope', b: 'coin' },
    ],
    [[], []],
    [{}, {}],
    [null, null],
  ])('may have %o as a value, which is %o', (given, value) => {
    expect(unwrapValue(given)).toEqual(value)
  })

  it('never throw, whatever they are', () => {
    const json = fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)))
    fc.assert(
      fc.property(json, fc.array(fc.string(), { maxLength: 3 }), (given, names) => {
        const object = toArguments(names, given)
        if (object !== null && 'args' in object) for (const key of object.args.keys()) expect(names).toContain(key)
        unwrapValue(given)
      }),
    )
  })
})
