import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { findMatches } from './findMatches.ts'

const found = (text: string, searched: string) =>
  findMatches(text, searched).map(({ start, end }) => text.slice(start, end))

describe('findMatches', () => {
  it('ignores case and accents, and returns the text as it was written', () => {
    expect(found('The Café, a cafe\u0301 and CAFES', 'café')).toEqual(['Café', 'cafe\u0301', 'CAFE'])
    expect(found('ΟΔΥΣΣΕΥΣ went home', 'οδυσσευς')).toEqual([])
    expect(found('Straße 🏮 lantern', 'LANTERN')).toEqual(['lantern'])
  })

  it('finds nothing for an empty text', () => {
    expect(findMatches('The gate', '  ')).toEqual([])
  })

  it('finds a part of any text, wherever it is', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /\p{L}/u.test(text))
    fc.assert(
      fc.property(words, words, (before, searched) => {
        const matches = findMatches(`${before}${searched}`, searched)
        expect(matches.length).toBeGreaterThan(0)
        for (const { start, end } of matches) expect(end).toBeGreaterThan(start)
      }),
    )
  })
})
