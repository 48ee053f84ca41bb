import { describe, expect, it } from 'vitest'

import { findingCodes } from '../../gamebook/findingCodes.ts'
import { FAULTY_BOOKS, readFaultyBook } from '../../testSupport/faults/faultyBook.ts'

const faults = FAULTY_BOOKS.flatMap((name) => readFaultyBook(name).faults)

describe('the faults of all gamebooks', () => {
  it('are many, and of many kinds', () => {
    expect(faults.length).toBeGreaterThanOrEqual(120)
    expect(new Set(faults.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40)
    expect(FAULTY_BOOKS.length).toBeGreaterThanOrEqual(6)
  })

  it('are found, but for 3 of 100', () => {
    const missed = faults.filter((fault) => fault.missed !== undefined)
    expect(missed.length / faults.length).toBeLessThanOrEqual(0.03)
  })

  it('need each finding: a fault of its own is expected to be found by nothing else', () => {
    const needed = new Set(
      faults.flatMap(({ codes, missed }) => (missed === undefined && codes.length === 1 ? codes : [])),
    )
    expect(Object.keys(findingCodes).filter((code) => !needed.has(code))).toEqual([])
  })
})
