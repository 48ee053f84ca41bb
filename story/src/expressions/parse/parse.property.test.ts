import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExpressionError } from '../expressionError.ts'
import { parseExpression } from './parse.ts'
import { parseText } from './parseText.ts'
import { tokenize } from './tokenize.ts'

const pieces = [
  ...[
    'a.b',
    'island.current_node',
    'x',
    '12',
    '2.5',
    "'it''s'",
    '"x"',
    'true',
    'null',
    'visited',
    'visits',
    'discussed',
    'count',
    'min',
  ],
  ...['and', 'or', 'not', 'in', 'if', 'else', '==', '!=', '<', '>=', '+', '-', '*', '/', '(', ')', '[', ']', ',', '='],
  ...[' ', '\n', '.', "'", '"', '\\', '{{', '}}', 'é', '😀', '\u0000'],
]
const shuffledPieces = fc.array(fc.constantFrom(...pieces), { maxLength: 300 }).map((words) => words.join(''))
const spacedPieces = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(' '))
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), shuffledPieces, spacedPieces)

describe('whatever the text', () => {
  it('an expression is parsed, or rejected with a position inside it', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const outcome = attempt(() => parseExpression(source))
        if (!(outcome instanceof ExpressionError)) return
        expect(outcome.code).toBe('parse')
        expect(outcome.offset).toBeLessThanOrEqual(source.length)
        expect(outcome.hint).not.toBe('')
      }),
    )
  })

  it('placeholders are parsed, or rejected with a position inside the text', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const outcome = attempt(() => parseText(source, { allowComputed: true }))
        if (outcome instanceof ExpressionError) expect(source).toContain(outcome.source)
      }),
    )
  })

  it('tokens follow each other to the end, or to the first invalid one', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const tokens = tokenize(source)
        tokens.forEach((token, index) => {
          expect(token.start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0)
        })
        expect(tokens.at(-1)?.kind).toMatch(/^(end|unreadable)$/)
      }),
    )
  })

  it.each(['(', '[', 'not ', '-', 'min(', "'x", '{{', "{{'", '{{"', '\\', '.', 'a.', '1.', '{{ }', "'\\"])(
    'two thousand characters of %j cause no error',
    (piece) => {
      const source = piece.repeat(2000 / piece.length)
      expect(attempt(() => parseExpression(source))).toBeInstanceOf(ExpressionError)
      expect(attempt(() => parseText(`${source}{{`, { allowComputed: false }))).toBeInstanceOf(ExpressionError)
    },
  )
})

function attempt<Result>(read: () => Result): Result | ExpressionError {
  try {
    return read()
  } catch (error) {
    if (error instanceof ExpressionError) return error
    throw error
  }
}
