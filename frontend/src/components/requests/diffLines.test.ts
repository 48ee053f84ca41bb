import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { diffLines } from './diffLines.ts'

const SIGNS = { same: ' ', added: '+', removed: '-' }
const show = (before: string, after: string): string[] =>
  diffLines(before, after).map(({ kind, text }) => `${SIGNS[kind]}${text}`)

describe('the difference between two texts', () => {
  it('is in the lines that were removed and added', () => {
    expect(show('a\nb\nc\nd', 'a\nx\nc\nd\ne')).toEqual([' a', '-b', '+x', ' c', ' d', '+e'])
  })

  it('is nothing if they are the same', () => {
    expect(show('a\nb', 'a\nb')).toEqual([' a', ' b'])
  })

  it('leads from one to the other, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after)
        const textOf = (dropped: string): string =>
          lines
            .filter(({ kind }) => kind !== dropped)
            .map((line) => line.text)
            .join('\n')
        expect([textOf('added'), textOf('removed')]).toEqual([before, after])
      }),
    )
  })

  it('of two long texts without common lines is not searched line by line', () => {
    const numbers = Array.from({ length: 3000 }, (_, at) => at)
    const lines = diffLines(numbers.map((at) => `old ${at}`).join('\n'), numbers.map((at) => `new ${at}`).join('\n'))
    expect(lines).toHaveLength(6000)
  })
})
