import { describe, expect, it } from 'vitest'
import { breakLine, linesFor } from '../testSupport/slips/breakLine.ts'
import { fileSlips, harmlessChanges } from '../testSupport/slips/fileSlips.ts'
import type { Slip } from '../testSupport/slips/slip.ts'
import { slippedBooks } from '../testSupport/slips/slippedBooks.ts'
import { structureSlips } from '../testSupport/slips/structureSlips.ts'
import { textSlips } from '../testSupport/slips/textSlips.ts'
import { readGamebook } from './readGamebook.ts'

const POSITIONS = [0, 0.4, 0.9]
const SLIPS = [...textSlips, ...structureSlips]

describe('a mistake of a writer', () => {
  it('is explained in its line, with its cause and what to type', () => {
    const kinds = SLIPS.map((slip) => ({ slip, ...explain(slip) }))
    const cases = kinds.reduce((sum, { tried }) => sum + tried, 0)
    const missed = kinds.flatMap((kind) => kind.missed)
    expect(cases).toBeGreaterThan(SLIPS.length * 4)
    expect(1 - missed.length / cases, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
    // A kind that nothing explains must not hide among the others.
    const unexplained = kinds.filter(({ tried, missed: { length } }) => length > tried / 3 || tried === 0)
    expect(unexplained.map(({ slip: { kind } }) => kind)).toEqual([])
  }, 600_000)

  it.each(fileSlips)('is explained in a file that is $kind', ({ make, line, cause, remedy }) => {
    for (const text of slippedBooks.values()) {
      const explained = readGamebook(make(text)).diagnostics.filter(
        ({ message, hint }) => cause.test(message) && remedy.test(hint),
      )
      expect(explained.map((diagnostic) => diagnostic.line)).toEqual([line])
    }
  })

  it.each([...slippedBooks])('is not seen in %s as it is', (_, text) => {
    const codes = readGamebook(text).diagnostics.map(({ code }) => code)
    expect(codes.filter((code) => WARNINGS.includes(code))).toEqual([])
  })

  it.each([...harmlessChanges])('is not seen in a file with %s', (_, change) => {
    for (const text of slippedBooks.values()) expect(findingsIn(change(text))).toEqual(findingsIn(text))
  })
})

const WARNINGS = ['cut-text', 'missing-punctuation', 'swallowed-line', 'look-alike-character']

function explain(slip: Slip): { readonly tried: number; readonly missed: readonly string[] } {
  const cases = [...slippedBooks].flatMap(([book, text]) =>
    linesFor(slip, text, POSITIONS).map((line) => ({ text, line, name: `${book}:${line + 1} ${slip.kind}` })),
  )
  const missed = cases.filter(({ text, line }) => !isExplained(text, slip, line))
  return { tried: cases.length, missed: missed.map(({ name }) => name) }
}

function isExplained(text: string, slip: Slip, index: number): boolean {
  const { below = 0, cause, remedy } = slip
  return readGamebook(breakLine(slip, text, index)).diagnostics.some(
    ({ line, message, hint }) => line === index + 1 + below && cause.test(message) && remedy.test(hint),
  )
}

function findingsIn(source: string | Uint8Array): readonly string[] {
  return readGamebook(source).diagnostics.map(({ code, line, message }) => `${line} ${code} ${message}`)
}
