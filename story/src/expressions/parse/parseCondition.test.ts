import { describe, expect, it } from 'vitest'
import type { Json } from '../../json.ts'
import { parseCondition, parseTerm } from './parseCondition.ts'

describe('a condition', () => {
  it('is a boolean, an expression, or a list of terms', () => {
    expect(parseCondition(false)).toEqual({ source: false, terms: [false] })
    expect(parseCondition('=a.b')).toMatchObject({
      source: '=a.b',
      terms: [{ source: '=a.b', root: { kind: 'path' } }],
    })
    expect(parseCondition([])).toEqual({ source: [], terms: [] })
    expect(parseCondition([true, 2, 'a.b'])).toMatchObject({
      source: [true, 2, 'a.b'],
      terms: [true, 2, { source: 'a.b' }],
    })
  })

  it.each<[Json, string]>([
    [null, "A condition can't be null."],
    [5, "A condition can't be a number."],
    [{ a: 1 }, "A condition can't be a mapping."],
    [[true, null], "A part of a condition can't be null."],
    [[['a.b']], "A part of a condition can't be a list."],
    [[{ a: 1 }], "A part of a condition can't be a mapping."],
  ])('%j is refused', (source, message) => {
    expect(() => parseCondition(source)).toThrow(expect.objectContaining({ code: 'parse', message }))
  })

  it('says which of its terms is wrong, and where', () => {
    const locate = (term: number, offset: number) => ({ line: 10 + term, column: 1 + offset })
    const position = { line: 11, column: 5 }
    expect(() => parseCondition(['a.b', 'a.b = 1'], { locate })).toThrow(expect.objectContaining({ position }))
    expect(parseTerm('a.b', (offset) => locate(3, offset))).toMatchObject({ source: 'a.b' })
  })
})
