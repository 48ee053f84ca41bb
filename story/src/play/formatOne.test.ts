import { beforeAll, describe, expect, it } from 'vitest'

import { formatOneBooks, hashesOf } from '../testSupport/formatOne/formatOne.ts'
import recorded from '../testSupport/formatOne/hashes.json' with { type: 'json' }
import type { PlayHashes } from '../testSupport/formatOne/playHashes.ts'

const recordedByBook = new Map<string, PlayHashes>(Object.entries(recorded))

describe.each(formatOneBooks)('ten thousand calls in %s', (name, gamebook) => {
  let hashes: PlayHashes
  beforeAll(() => {
    hashes = hashesOf(name, gamebook)
  }, 600_000)

  it('give the same bytes of state and receipts as before Format 2', () => {
    expect(thousandsThatDiffer(hashes.calls, recordedByBook.get(name)?.calls)).toEqual([])
  })

  it('give the same results as when they were recorded', () => {
    expect(thousandsThatDiffer(hashes.results, recordedByBook.get(name)?.results)).toEqual([])
  })

  it('give the same narrow tools as before Format 2', () => {
    expect(thousandsThatDiffer(hashes.tools, recordedByBook.get(name)?.tools)).toEqual([])
  })

  it('give the same prompts as when they were recorded', () => {
    expect(thousandsThatDiffer(hashes.prompts, recordedByBook.get(name)?.prompts)).toEqual([])
  })
})

/** Counted from 0: a difference in `[3]` was made by one of the calls 3000 to 3999. */
function thousandsThatDiffer(hashes: readonly string[], expected: readonly string[] = []): readonly number[] {
  return hashes.flatMap((hash, thousand) => (hash === expected[thousand] ? [] : [thousand]))
}
