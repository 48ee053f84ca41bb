import { expect, it } from 'vitest'

import { runFuzz } from './runFuzz.ts'

/** About a minute on a machine that has nothing else to do; `bench/programs/checkerFuzz.ts` compares more. */
const BOOKS = 40
const SLOW = 900_000

it(
  'claims nothing about random gamebooks that play contradicts',
  () => {
    const { books, broken, whole, claims, notKnown, refuted } = runFuzz({ firstSeed: 1, books: BOOKS })
    expect(refuted).toEqual([])
    expect(broken / BOOKS).toBeLessThan(0.05)
    // Arguments from large ranges can only be sampled, also by brute force.
    expect(whole / books).toBeGreaterThan(0.3)
    expect(claims / books).toBeGreaterThan(50)
    expect(notKnown / (claims + notKnown)).toBeLessThan(0.4)
  },
  SLOW,
)
