import { describe, expect, it } from 'vitest'

import { createRandom } from '../../analysis/random.ts'
import { LONGEST_HOLD } from './automaton.ts'
import { findProtected, holdBackTail } from './holdBackTail.ts'
import { protectTexts, type ProtectedTexts } from './textReader.ts'

const NAMES = [
  'San Telmo',
  'The Grey Lady',
  'Mila',
  'Zoë Ångström',
  '灯塔',
  'a very long name of a thing that nobody has ever written down in full',
]

const PROTECTED = protectTexts(NAMES)

/** What is shown of a text in pieces, and the longest part that was held back. */
function showPieces(texts: ProtectedTexts, pieces: readonly string[]) {
  const holder = holdBackTail(texts)
  let shown = ''
  let given = 0
  let longest = 0
  for (const piece of pieces) {
    given += piece.length
    const { shown: next, match } = holder.push(piece)
    shown += next
    if (match === null) longest = Math.max(longest, given - shown.length)
  }
  const { shown: last, match } = holder.end()
  return { shown: shown + last, match, longest }
}

const show = (text: string): string => showPieces(PROTECTED, text.split('')).shown

describe('what is held back', () => {
  it.each([
    ['plain', 'You go to San Telmo now.', 'You go to '],
    ['at the end', 'You go to San Telmo', 'You go to '],
    ['in another case', 'You go to SAN TELMO now.', 'You go to '],
    ['without diacritics', 'It is Zoe Angstrom.', 'It is '],
    ['in decomposed letters', 'It is Zoe\u0308 A\u030Angstro\u0308m.', 'It is '],
    ['over lines and marks', 'It is **San**\n  _Telmo_!', 'It is **'],
    ['with invisible signs', 'It is San\u00A0Tel\u00ADmo.', 'It is '],
    ['with signs of direction', 'It is San\u2066 Tel\u200Em\u202Eo.', 'It is '],
    ['with letters that show nothing', 'It is S\u3164an Tel\u115Fmo.', 'It is '],
    ['an owner', "It is Mila's.", 'It is '],
    ['without spaces', '他看见灯塔了', '他看见'],
  ])('never shows a protected text: %s', (_, text, shown) => {
    expect(show(text)).toBe(shown)
  })

  it.each(['San Telmovo', 'Santelmo is no saint', 'milan and Milady', 'San, and later Telmo', 'the grey ladybird'])(
    'shows what only resembles it: %s',
    (text) => {
      expect(show(text)).toBe(text)
    },
  )

  it('holds nothing where nothing could begin', () => {
    const holder = holdBackTail(protectTexts(['San Telmo']))
    for (const piece of ['You ', 'look', ' at the', ' door', '.']) expect(holder.push(piece).shown).toBe(piece)
    expect(holder.push(' The s')).toEqual({ shown: ' The ', match: null })
    expect(holder.push('ea')).toEqual({ shown: 'sea', match: null })
  })

  it('gives up a name that is spread over more than can be held', () => {
    const text = `San${' '.repeat(LONGEST_HOLD)}Telmo`
    expect(show(text)).toBe(text)
  })

  it('protects the beginning of a long text', () => {
    expect(show('It is a very long name of a thing that nobody has ever seen.')).toBe('It is ')
  })
})

it('shows the same in any pieces, loses nothing, and holds at most 64 characters', () => {
  const { real } = createRandom(7)
  const random = (limit: number): number => Math.floor(real() * limit)
  const parts = [
    'San',
    'Telmo',
    ' ',
    '  ',
    '\n',
    '**',
    'the',
    'Grey',
    'LADY',
    'Mila',
    'n',
    'zoe',
    'Zoë',
    'ångström',
    '灯',
    '塔',
    ', ',
    '.',
    'u\u0308',
    '\u{1F642}',
    'ﬁ',
    "'s",
  ]
  for (let round = 0; round < 100_000; round += 1) {
    const text = Array.from({ length: 1 + random(9) }, () => parts[random(parts.length)] ?? '').join('')
    const pieces = cut(text, random)
    const { shown, match, longest } = showPieces(PROTECTED, pieces)
    const [first] = findProtected(PROTECTED, text)
    if (shown !== (first === undefined ? text : text.slice(0, first.start)) || longest > LONGEST_HOLD)
      throw new Error(JSON.stringify({ text, pieces, shown }))
    if (JSON.stringify(match) !== JSON.stringify(first ?? null)) throw new Error(JSON.stringify({ text, match, first }))
  }
}, 240_000)

/** Cuts a text at random places. */
function cut(text: string, random: (limit: number) => number): readonly string[] {
  const pieces: string[] = []
  for (let start = 0; start < text.length;) {
    const end = Math.min(text.length, start + 1 + random(9))
    pieces.push(text.slice(start, end))
    start = end
  }
  return pieces
}
