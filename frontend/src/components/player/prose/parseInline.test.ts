import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseInline, type InlineSpan } from './parseInline.ts'

const show = (runs: readonly InlineSpan[]) =>
  runs.map(({ text, isEmphasized, isStrong }) => `${isStrong ? 'B' : ''}${isEmphasized ? 'I' : ''}[${text}]`).join('')

describe('parseInline', () => {
  it.each([
    ['plain words', '[plain words]'],
    ['she *said* so', '[she ]I[said][ so]'],
    ['she _said_ so', '[she ]I[said][ so]'],
    ['a **dark** aisle', '[a ]B[dark][ aisle]'],
    ['a ***very dark*** aisle', '[a ]BI[very dark][ aisle]'],
    ['**dark and *ticking* too**', 'B[dark and ]BI[ticking]B[ too]'],
    ['2 * 3 * 4', '[2 * 3 * 4]'],
    ['an asterisk* alone', '[an asterisk* alone]'],
    ['a *mark left open', '[a *mark left open]'],
    ['the lamp_room_key', '[the lamp_room_key]'],
    [String.raw`not \*said\*`, '[not ][*said][*]'],
    ['read [the card](https://example.org) now', '[read the card now]'],
    ['![a lamp](lamp.png)', '[a lamp]'],
  ])('reads %j', (source, runs) => {
    expect(show(parseInline(source, false))).toBe(runs)
  })

  it('applies a mark at once while the text arrives', () => {
    expect(show(parseInline('she *sa', true))).toBe('[she ]I[sa]')
    expect(show(parseInline('she *', true))).toBe('[she ]')
  })

  it('loses no text, whatever the marks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '*', '_', '\\') }),
        fc.boolean(),
        (source, isLive) => {
          const told = parseInline(source, isLive)
            .map(({ text }) => text)
            .join('')
          expect(told.replace(/[*_\\]/g, '')).toBe(source.replace(/[*_\\]/g, ''))
        },
      ),
    )
  })
})
