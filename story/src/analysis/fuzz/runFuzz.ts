import { fuzzBook } from './fuzzBook.ts'
import { generateBook } from './generate/generateBook.ts'
import type { RefutedClaim } from './compare/tally.ts'
import type { BruteForceLimits } from './truth/bruteForce.ts'

export interface FuzzOptions {
  readonly firstSeed: number
  readonly books: number
  readonly limits?: BruteForceLimits
  /** Called after each book. The run ends if it returns false. */
  readonly onBook?: (run: FuzzRun) => boolean
}

/** What a run of the fuzzer has compared. */
export interface FuzzRun {
  /** The books without errors. */
  readonly books: number
  /** The generated books that have errors. */
  readonly broken: number
  /** The books of which brute force saw all. */
  readonly whole: number
  readonly claims: number
  readonly notKnown: number
  readonly refuted: readonly RefutedBook[]
}

export interface RefutedBook extends RefutedClaim {
  readonly seed: number
}

/** So that a book takes a fraction of a second. */
export const DEFAULT_LIMITS: BruteForceLimits = { maxStates: 500, maxCalls: 5_000 }

/** Generates books and compares every claim of the checker about them with what is true. */
export function runFuzz({ firstSeed, books, limits = DEFAULT_LIMITS, onBook }: FuzzOptions): FuzzRun {
  let run: FuzzRun = { books: 0, broken: 0, whole: 0, claims: 0, notKnown: 0, refuted: [] }
  for (let seed = firstSeed; seed < firstSeed + books; seed += 1) {
    run = addBook(run, seed, limits)
    if (onBook?.(run) === false) break
  }
  return run
}

function addBook(run: FuzzRun, seed: number, limits: BruteForceLimits): FuzzRun {
  const fuzzed = fuzzBook(generateBook(seed), limits)
  if (fuzzed === null) return { ...run, broken: run.broken + 1 }
  const { truth, tally } = fuzzed
  return {
    ...run,
    books: run.books + 1,
    whole: run.whole + Number(truth.isWhole),
    claims: run.claims + tally.claims,
    notKnown: run.notKnown + tally.notKnown,
    refuted: [...run.refuted, ...tally.refuted.map((refuted) => ({ ...refuted, seed }))],
  }
}
