import { describe, expect, it } from 'vitest'
import { Computed } from '../expression.ts'
import { parseFieldValue, parseText } from './parseText.ts'

describe('a text', () => {
  it.each(['', 'plain', 'a }} b', '{ {', '{'])('%j stays as it is', (source) => {
    expect(parseText(source, { allowComputed: true })).toEqual({ kind: 'constant', text: source })
  })

  it('holds expressions between words', () => {
    expect(parseText('You have {{ a.b }}{{c.d}} left.', { allowComputed: true })).toMatchObject({
      kind: 'template',
      parts: ['You have ', { source: ' a.b ' }, { source: 'c.d' }, ' left.'],
    })
  })

  it.each([
    ["{{ '}}' }}x", " '}}' "],
    ['{{ "}}\\"}}" }}x', ' "}}\\"}}" '],
    ["{{ 'it''s }}' }}x", " 'it''s }}' "],
    ["{{ '{{' }}x", " '{{' "],
  ])('%j closes its placeholder outside the quotes', (source, expression) => {
    expect(parseText(source, { allowComputed: false })).toMatchObject({ parts: [{ source: expression }, 'x'] })
  })

  it.each(['{{ a.b', "{{ it's }}", '{{ "a }}', "{{ 'a\n' }}", '{{ a.b }'])(
    '%j has a placeholder without end',
    (source) => {
      expect(() => parseText(`The ${source}`, { allowComputed: false })).toThrow(
        expect.objectContaining({ code: 'parse', message: 'This placeholder is not closed.', offset: 4 }),
      )
    },
  )

  it('is rejected at its placeholder, in the coordinates of the file', () => {
    const locate = (offset: number) => ({ line: 3, column: 10 + offset })
    expect(() => parseText('You: {{ a.b = 1 }}', { allowComputed: true, locate })).toThrow(
      expect.objectContaining({ code: 'parse', column: 6, position: { line: 3, column: 22 } }),
    )
    expect(() => parseText('You: {{}}', { allowComputed: true, locate })).toThrow(
      expect.objectContaining({ code: 'parse', column: 1, position: { line: 3, column: 17 } }),
    )
  })

  it('is computed after one equals sign, and literal after two', () => {
    expect(parseText('=a.b', { allowComputed: true })).toMatchObject({
      kind: 'computed',
      expression: { source: '=a.b' },
    })
    expect(parseText('==a.b', { allowComputed: true })).toEqual({ kind: 'constant', text: '=a.b' })
    expect(parseText('=={{ a.b }}', { allowComputed: true })).toMatchObject({ parts: ['=', { source: ' a.b ' }] })
    expect(parseText('=a.b', { allowComputed: false })).toEqual({ kind: 'constant', text: '=a.b' })
  })
})

describe('the value of a field', () => {
  it('is an expression after one equals sign, and literal after two', () => {
    expect(parseFieldValue('plain {{ a.b }}')).toBe('plain {{ a.b }}')
    expect(parseFieldValue('==x')).toBe('=x')
    const dynamic = parseFieldValue('=a.b')
    expect(dynamic).toBeInstanceOf(Computed)
    expect(dynamic).toMatchObject({ expression: { source: '=a.b' } })
    expect(() => parseFieldValue('=a.b +')).toThrow(expect.objectContaining({ code: 'parse', column: 7 }))
  })
})
