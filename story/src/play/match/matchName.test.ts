import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { matchName, type Candidate } from './matchName.ts'

const CANDIDATES: readonly Candidate[] = [
  { id: 'lantern', names: ['Storm lantern'] },
  { id: 'adas_key', names: ["Ada's “old” key"] },
  { id: 'cafe', names: ['Le Café'] },
  { id: 'oil_lamp', names: ['Lamp'] },
  { id: 'desk_lamp', names: ['The lamp'] },
  { id: 'well_shaft', names: ['down the well', 'Well shaft'] },
]

const idsFor = (written: string): readonly string[] => matchName(written, CANDIDATES).map(({ id }) => id)

describe('the name of a thing', () => {
  it.each([
    ['the id', 'lantern', 'lantern'],
    ['the id in other letters', 'Well-Shaft', 'well_shaft'],
    ['the name', 'Storm lantern', 'lantern'],
    ['the name in other letters, with spaces around', '  STORM LANTERN ', 'lantern'],
    ['an article before the name', 'the storm lantern', 'lantern'],
    ['an article before the id', 'a lantern', 'lantern'],
    ['quotation marks', '„Storm lantern“', 'lantern'],
    ['another apostrophe', 'Ada’s old key', 'adas_key'],
    ['an apostrophe that counts as a letter', 'Adaʼs old key', 'adas_key'],
    ['accents as letters of their own', 'Le Cafe\u0301', 'cafe'],
    ['a name without its article', 'café', 'cafe'],
    ['invisible characters', 'Storm\u200b lan\u00adtern', 'lantern'],
    ['full-width letters', 'Ｓtorm lantern', 'lantern'],
    ['a second name', 'Down the well', 'well_shaft'],
    ['a line of the tools', 'well_shaft: down the well', 'well_shaft'],
    ['a heading of the prompt', 'Storm lantern (lantern)', 'lantern'],
    ['the more exact of two names', 'lamp', 'oil_lamp'],
  ])('is understood from %s', (_, written, id) => {
    expect(idsFor(written)).toEqual([id])
  })

  it.each(['', ' ', 'lan', 'lanterns', '…', 'x'.repeat(100_000), 'constructor', '__proto__'])(
    'is not understood from %o',
    (written) => {
      expect(idsFor(written)).toEqual([])
    },
  )

  it('is not unique if two things share it', () => {
    expect(idsFor('my lamp')).toEqual(['oil_lamp', 'desk_lamp'])
  })

  it('is always one of the candidates, and an id is always its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (written) => {
        for (const found of matchName(written, CANDIDATES)) expect(CANDIDATES).toContain(found)
      }),
    )
    for (const { id } of CANDIDATES) expect(idsFor(id)).toEqual([id])
  })
})
