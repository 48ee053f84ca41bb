import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatJournal } from './formatJournal.ts'
import { JOURNAL_KINDS, type JournalEntry, type JournalKind } from './journalEntry.ts'

function entry(kind: JournalKind, group: string, text: string, isForNarrator = true): JournalEntry {
  return { kind, messageId: 'm', group, text, isForNarrator, isForPlayer: true }
}

const entries = [
  entry('place', 'Visited', 'Quay'),
  entry('place', 'Visited', 'Boat'),
  entry('gained', 'Gained', 'Rope'),
  entry('place', 'Visited', 'Cave'),
  entry('promise', 'Announced', 'You will sail.'),
  entry('promise', 'Announced', 'It will rain.'),
  entry('place', 'Visited', 'Hidden hut', false),
]

describe('the journal in a prompt', () => {
  it('has one line for each group, the most important first, without what is for the player only', () => {
    expect(formatJournal(entries, 1000)).toEqual({
      lines: ['- Announced: You will sail. It will rain.', '- Gained: Rope', '- Visited: Quay; Boat; Cave'],
      leftOut: 0,
    })
  })

  it('keeps the newest of each kind within its bytes', () => {
    const whole = '- Announced: It will rain.\n- Gained: Rope\n- Visited: Boat; Cave'
    expect(formatJournal(entries, whole.length)).toEqual({ lines: whole.split('\n'), leftOut: 2 })
    expect(formatJournal(entries, whole.length - 1)).toEqual({
      lines: ['- Announced: It will rain.', '- Gained: Rope', '- Visited: Cave'],
      leftOut: 3,
    })
    expect(formatJournal(entries, 0)).toEqual({ lines: [], leftOut: 6 })
  })

  it('never needs more bytes than it has, in any script', () => {
    const anyEntry = fc.record({
      kind: fc.constantFrom(...JOURNAL_KINDS),
      group: fc.constantFrom('Visited', 'Gained', 'Спросили', '旅'),
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => !text.includes('\n')),
    })
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), fc.nat(1500), (list, bytes) => {
        const all = list.map(({ kind, group, text }) => entry(kind, group, text))
        const { lines, leftOut } = formatJournal(all, bytes)
        expect(Buffer.byteLength(lines.join('\n'))).toBeLessThanOrEqual(bytes)
        expect(leftOut === 0).toBe(JSON.stringify(lines) === JSON.stringify(formatJournal(all, 1e6).lines))
      }),
    )
  })
})
