import { describe, expect, it } from 'vitest'
import type { Json } from '../../json.ts'
import { worldOfFields } from '../../testSupport/freeFields.ts'
import { evaluate } from './evaluate.ts'
import { ExpressionError } from '../expressionError.ts'
import { parseExpression } from '../parse/parse.ts'

const fields = {
  player: { courage: 3, name: 'Ilse', lock: null, items: ['rope'], note: { pages: 2 }, bad: '=player.name + 1' },
  door: { worse: '=player.bad > 1', brave: '=player.courage > 2' },
}

describe('an expression that fails', () => {
  it.each([
    ['kraken.awake', '^ line 1, column 1: there is no entity "kraken". Write the id of an entity of this gamebook.'],
    ['plaxer.name', '^ line 1, column 1: there is no entity "plaxer". Did you mean "player"?'],
    ['player.corage', '       ^ line 1, column 8: the entity "player" has no field "corage". Did you mean "courage"?'],
    [
      'door.x',
      '     ^ line 1, column 6: the entity "door" has no field "x". Its fields are id, revealed, worse, brave.',
    ],
    [
      'player.name.first',
      '       ^ line 1, column 8: "name" is text, so it has no "first". A path can continue only through an entity, not through text that contains an id.',
    ],
    ['3 < true', '  ^ line 1, column 3: "<" can\'t order a number and true. Compare two numbers or two texts.'],
    [
      "'a' not in player.courage",
      `           ^ line 1, column 12: "not in" needs a list or text on its right, not a number. For example: "'rope' in player.items".`,
    ],
    [
      "1 in 'a1'",
      '^ line 1, column 1: only text can be part of text, not a number. Put the left side in quotes, or search a list.',
    ],
    [
      '1 + 2 - player.name',
      `        ^ line 1, column 9: "-" needs a number, not text. Only numbers can be used here; '3' in quotes, true and false are not numbers.`,
    ],
    [
      '-player.items',
      ` ^ line 1, column 2: "-" needs a number, not a list. Only numbers can be used here; '3' in quotes, true and false are not numbers.`,
    ],
    ['1 / (player.courage - 3)', '     ^ line 1, column 6: this divides by 0. Make sure that the divisor is not 0.'],
    ["count('abc')", '^ line 1, column 1: "count" needs a list, not text. For example: "count(player.items)".'],
    [
      'max([])',
      '^ line 1, column 1: "max" of an empty list has no value. Make sure that the list has at least one number.',
    ],
    [
      "visited(player, 'x')",
      '        ^ line 1, column 9: "player" is not a graph. Name an entity whose type has the trait graph.',
    ],
  ])('%s is marked at the error', (source, mark) => {
    expect(errorOf(source).caret.split('\n')[1]).toBe(mark)
  })

  it('because a number grows too large says so', () => {
    const large = `1${'0'.repeat(300)}`
    expect(errorOf(`${large} * ${large}`)).toMatchObject({
      code: 'not-numeric',
      message: 'The result is too large for a number.',
    })
  })

  it('because a field holds a mapping does not know the field', () => {
    expect(errorOf('player.note')).toMatchObject({ code: 'unknown-field', offset: 7 })
  })

  it('in a computed field names it, and keeps the cause', () => {
    const error = errorOf('not door.brave or door.worse')
    expect(error).toMatchObject({
      code: 'dynamic-field',
      source: 'not door.brave or door.worse',
      column: 24,
      cause: {
        code: 'dynamic-field',
        source: '=player.bad > 1',
        column: 9,
        cause: { code: 'not-numeric', source: '=player.name + 1', column: 2 },
      },
    })
    expect(error.message).toBe(`"door.worse" can't be read: "player.bad" can't be read: "+" needs a number, not text.`)
  })
})

describe('fields that are read through each other', () => {
  it('may be 32', () => {
    expect(evaluate(parseExpression('chain.f1'), worldOfFields({ chain: chainOf(32) }))).toBe(1)
    expect(errorOf('chain.f1', { chain: chainOf(33) })).toMatchObject({ code: 'depth' })
  })

  it('may be a thousand in one evaluation', () => {
    const pairs = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`f${n}`, `=pairs.f${n + 1} + pairs.f${n + 1}`]),
    )
    expect(errorOf('pairs.f0', { pairs: { ...pairs, f30: 1 } })).toMatchObject({ code: 'depth' })
    expect(evaluate(parseExpression('pairs.f21'), worldOfFields({ pairs: { ...pairs, f30: 1 } }))).toBe(512)
  })

  it('and nest deeply are reported as too deep', () => {
    const nested = (inner: string) => `=${'(0 or 1 and 0!='.repeat(63)}${inner}${')'.repeat(63)}`
    const fields = Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`f${n}`, nested(`deep.f${n + 1}`)]))
    const error = atEndOfStack(() => errorOf('deep.f0', { deep: { ...fields, f31: 1 } }))
    expect(error).toMatchObject({ code: 'depth' })
  })
})

/** Calls `work` where the stack has just enough left for it: how much there is depends on what ran before. */
function atEndOfStack<Result>(work: () => Result): Result {
  try {
    return atEndOfStack(work)
  } catch (error) {
    if (error instanceof RangeError) return work()
    throw error
  }
}

function chainOf(length: number): Record<string, Json> {
  const links = Array.from({ length }, (_, index) => [`f${index + 1}`, `=chain.f${index + 2}`] as const)
  return { ...Object.fromEntries<Json>(links), [`f${length + 1}`]: 1 }
}

function errorOf(source: string, world: Record<string, Record<string, Json>> = fields): ExpressionError {
  try {
    evaluate(parseExpression(source), worldOfFields(world))
  } catch (error) {
    if (error instanceof ExpressionError) return error
    throw error
  }
  throw new Error(`${source} was evaluated`)
}

it('reads the entities of the gamebook that it is evaluated in', () => {
  const expression = parseExpression('player.courage')
  const values = [1, 2, 1].map((courage) => evaluate(expression, worldOfFields({ player: { courage } })))
  expect(values).toEqual([1, 2, 1])
})
