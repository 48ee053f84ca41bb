import { describe, expect, it } from 'vitest'

import { breakTitle } from './breakTitle.ts'

describe('breakTitle', () => {
  it.each([
    ['The Garden Gate', ['The Garden Gate']],
    ['The Library at Low Water', ['The Library at', 'Low Water']],
    ['Donaudampfschifffahrt', ['Donaudampfschi…']],
    ['', []],
  ])('breaks %j', (title, lines) => {
    expect(breakTitle(title)).toEqual(lines)
  })

  it('ends a title that is too long for a cover with dots', () => {
    const lines = breakTitle('one of the longest titles that was ever given to a gamebook by anybody who wrote one')
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toMatch(/…$/)
  })
})
