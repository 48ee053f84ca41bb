import { describe, expect, it } from 'vitest'
import type { Expression } from '../expression.ts'
import { ExpressionError } from '../expressionError.ts'
import { parseExpression } from './parse.ts'

describe('a text that is not an expression', () => {
  it.each([
    [
      "island.current_node_id = 'cellar'",
      '                       ^ line 1, column 24: expected an operator or the end, found "=". To compare, write "==".',
    ],
    ['a.b && c.d', '    ^ line 1, column 5: expected an operator or the end, found "&&". Write "and".'],
    ['!a.b', '^ line 1, column 1: expected a value, found "!". Write "not".'],
    ['a.b AND c.d', '    ^ line 1, column 5: expected an operator or the end, found "AND". Use lowercase: "and".'],
    ['a.b == True', '       ^ line 1, column 8: expected a value, found "True". Use lowercase: "true".'],
    [
      'player',
      '^ line 1, column 1: expected a value, found "player". A name alone is not a value: write a path such as "player.name", or put text in quotes.',
    ],
    [
      'player. courage',
      '^ line 1, column 1: expected a value, found "player". A path can\'t contain spaces, and a number needs digits on both sides of its dot.',
    ],
    [
      'true and',
      '        ^ line 1, column 9: expected a value, found the end. A value is a path such as "player.name", text in quotes, a number, true, false, null or a list.',
    ],
    ['2e3', '^ line 1, column 1: expected a value, found "2e3". A number can\'t contain letters or an exponent.'],
    [
      '2.5e3',
      '^ line 1, column 1: "2.5e3" is not a number. Write digits, or digits, a dot and digits; there is no exponent.',
    ],
    ['+3', '^ line 1, column 1: expected a value, found "+". Remove the "+" before the number.'],
    ['- not true', '  ^ line 1, column 3: expected a value, found "not". Put it in parentheses: "(not …)".'],
    [
      '1 < 2 < 3',
      '      ^ line 1, column 7: expected an operator or the end, found "<". Comparisons can\'t be chained: compare twice, with "and" between.',
    ],
    [
      'a.b not 3',
      '        ^ line 1, column 9: expected "in", found "3". After a value, "not" is only allowed before "in".',
    ],
    [
      "'abc",
      String.raw`^ line 1, column 1: this text is not closed. Close it with ' on the same line; a line break is written \n.`,
    ],
    [
      String.raw`'a\q'`,
      String.raw`  ^ line 1, column 3: "\q" is not an escape sequence. Use \\ \' \" \n \t \r or \u with four digits; a backslash is written \\.`,
    ],
    ["['a',]", '     ^ line 1, column 6: expected a value, found "]". Put a value before it.'],
    ['(true', '     ^ line 1, column 6: expected an operator or ")", found the end. Close it with ")".'],
    ['count', '^ line 1, column 1: expected a value, found "count". Put its argument in parentheses: "count(…)".'],
    ['abs(1, 2)', '     ^ line 1, column 6: expected ")", found ",". "abs" takes one argument.'],
    [
      'sum(1, 2)',
      '^ line 1, column 1: there is no function "sum". Only visited, visits, discussed, count, min, max, abs and floor can be called.',
    ],
    [
      'bag.items[0]',
      '         ^ line 1, column 10: expected an operator or the end, found "[". A list has no index; use "x in list" to test whether it contains something.',
    ],
    [
      "visited('island', 'x')",
      `        ^ line 1, column 9: expected the id of a graph, found "'island'". Write "visited(graph, 'node')": the id of the graph without quotes, then the node.`,
    ],
    [
      "visits('island', 'x')",
      `       ^ line 1, column 8: expected the id of a graph, found "'island'". Write "visits(graph, 'node')": the id of the graph without quotes, then the node.`,
    ],
    [
      'discussed(smith)',
      `               ^ line 1, column 16: expected ",", found ")". Write "discussed(speaker, 'topic')": the id of the speaker without quotes, then the topic.`,
    ],
    [
      "'a' if b.c",
      `          ^ line 1, column 11: expected an operator or "else", found the end. Add the value for a false condition: "'open' if door.open else 'closed'". Only a {{ placeholder }} can leave it out.`,
    ],
    [
      "['a' if b.c, 1]",
      `           ^ line 1, column 12: expected an operator or "else", found ",". Add the value for a false condition: "'open' if door.open else 'closed'". Only a {{ placeholder }} can leave it out.`,
    ],
    [
      'if b.c else 1',
      `^ line 1, column 1: expected a value, found "if". The value comes first: "'open' if door.open else 'closed'".`,
    ],
    [
      '1 if b.c if d.e else 2',
      '         ^ line 1, column 10: expected an operator or "else", found "if". Put the inner condition in parentheses: "x if (a if b else c) else y".',
    ],
    [
      '1 if b.c then 2',
      `         ^ line 1, column 10: expected an operator or "else", found "then". Write "'open' if door.open else 'closed'".`,
    ],
    [
      'b.c ? 1 : 2',
      `    ^ line 1, column 5: expected an operator or the end, found "?". Write "'open' if door.open else 'closed'".`,
    ],
    [
      '1 else 2',
      `  ^ line 1, column 3: expected an operator or the end, found "else". It needs an "if" before it: "'open' if door.open else 'closed'".`,
    ],
    ['1 IF b.c', '  ^ line 1, column 3: expected an operator or the end, found "IF". Use lowercase: "if".'],
    ['Player.name', '^ line 1, column 1: "Player.name" is not a path. Ids and fields are lowercase: "player".'],
    ['a.not.b', '^ line 1, column 1: "a.not.b" is not a path. "not" is a reserved word and can\'t be part of a path.'],
    ['9'.repeat(400), '^ line 1, column 1: the number is too large. Write a smaller one.'],
    [
      'a.b 😀',
      '    ^ line 1, column 5: expected an operator or the end, found "😀". Put an operator between two values, such as "and", "==" or "+".',
    ],
  ])('%s is rejected with a marker below the error', (source, mark) => {
    expect(errorOf(source).caret).toBe(`${source}\n${mark}`)
  })

  it('is marked in the line of its error', () => {
    const error = errorOf('a.b ==\n  c.d or\r\n\t\t=')
    expect([error.line, error.column, error.offset]).toEqual([3, 3, 19])
    expect(error.caret).toBe('\t\t=\n\t\t^ line 3, column 3: expected a value, found "=". To compare, write "==".')
  })

  it('has its location in the file', () => {
    const locate = (offset: number) => ({ line: 7, column: 20 + offset })
    expect(errorOf('a.b = 1', locate).position).toEqual({ line: 7, column: 24 })
    expect(errorOf('a.b = 1').position).toBeUndefined()
  })

  it('has at most 64 levels of nesting', () => {
    const nestings = ['(', '[', 'abs(', 'not ', '-', '1 if (']
    for (const opening of nestings) {
      const closing = { '(': ')', '[': ']', 'abs(': ')', '1 if (': ') else 1' }[opening] ?? ''
      const nested = (levels: number) => `${opening.repeat(levels)}1${closing.repeat(levels)}`
      expect(parseExpression(nested(64)).source).toBe(nested(64))
      expect(errorOf(nested(65)).message).toBe('More than 64 levels are nested here.')
    }
  })
})

describe('an expression', () => {
  it('may have any length if it is flat', () => {
    expect(parseExpression(Array(5000).fill('a.b').join(' + ')).root).toMatchObject({ kind: 'arithmetic', start: 0 })
  })

  it('may choose between any number of values', () => {
    const { root } = parseExpression(`${"'x' if a.b else ".repeat(5000)}'y'`)
    expect(root).toMatchObject({ kind: 'conditional', otherwise: { value: 'y' } })
  })

  it('knows the positions of the parts of a conditional', () => {
    expect(parseExpression("1 if a.b else 2 if true else 'x'").root).toEqual({
      kind: 'conditional',
      start: 0,
      end: 32,
      branches: [
        { value: { kind: 'literal', value: 1, start: 0, end: 1 }, condition: expect.objectContaining({ start: 5 }) },
        {
          value: { kind: 'literal', value: 2, start: 14, end: 15 },
          condition: { kind: 'literal', value: true, start: 19, end: 23 },
        },
      ],
      otherwise: { kind: 'literal', value: 'x', start: 29, end: 32 },
    })
  })

  it('gives the empty text for a missing "else" in a placeholder', () => {
    const { root } = parseExpression('1 if a.b ', { isPlaceholder: true })
    expect(root).toMatchObject({
      kind: 'conditional',
      end: 8,
      otherwise: { kind: 'literal', value: '', start: 8, end: 8 },
    })
  })

  it('knows the positions of the parts of a call with an id', () => {
    const head = { start: 10, end: 12 }
    expect(parseExpression("discussed(if, 'x')").root).toEqual({
      kind: 'discussed',
      start: 0,
      end: 18,
      speaker: { name: 'if', ...head },
      topic: { kind: 'literal', value: 'x', start: 14, end: 17 },
    })
  })

  it('knows the positions of its parts', () => {
    expect(parseExpression("= -a.b.c >= [1, 'x']")).toEqual({
      source: "= -a.b.c >= [1, 'x']",
      root: {
        kind: 'comparison',
        operator: '>=',
        at: 9,
        start: 2,
        end: 20,
        left: {
          kind: 'negation',
          start: 2,
          end: 8,
          operand: {
            kind: 'path',
            start: 3,
            end: 8,
            head: { name: 'a', start: 3, end: 4 },
            steps: [
              { name: 'b', start: 5, end: 6 },
              { name: 'c', start: 7, end: 8 },
            ],
          },
        },
        right: {
          kind: 'list',
          start: 12,
          end: 20,
          elements: [
            { kind: 'literal', value: 1, start: 13, end: 14 },
            { kind: 'literal', value: 'x', start: 16, end: 19 },
          ],
        },
      },
    } satisfies Expression)
  })

  it('binds not, and, or from tight to loose', () => {
    expect(parseExpression('not a.b and c.d or e.f').root).toMatchObject({
      kind: 'or',
      operands: [{ kind: 'and', operands: [{ kind: 'not' }, { kind: 'path' }] }, { kind: 'path' }],
    })
  })

  it.each(['101', '2_nd_floor', 'in', 'visited', 'if', 'else', 'visits'])('can name the graph %s', (id) => {
    expect(parseExpression(`visited(${id}, 'x')`).root).toMatchObject({ kind: 'visited', graph: { name: id } })
  })
})

function errorOf(source: string, locate?: Expression['locate']): ExpressionError {
  try {
    parseExpression(source, { locate })
  } catch (error) {
    if (error instanceof ExpressionError) return error
    throw error
  }
  throw new Error(`${source} was read`)
}
