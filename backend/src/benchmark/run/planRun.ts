import type { Arm } from '../arms/arms.ts'
import type { TurnResult } from '../score/turnResult.ts'

/** One turn to be measured. */
export interface Job {
  readonly arm: Arm
  readonly book: string
  readonly turn: string
}

export interface RunPlan {
  readonly arms: readonly Arm[]
  readonly books: readonly { readonly id: string; readonly turns: readonly string[] }[]
  readonly seed: number
}

/** All turns in the order of the seed, which mixes them: a run that is stopped has measured some of everything. */
export function listJobs({ arms, books, seed }: RunPlan): readonly Job[] {
  const jobs = arms.flatMap((arm) =>
    books.flatMap(({ id, turns }) => turns.map((turn): Job => ({ arm, book: id, turn }))),
  )
  return shuffle(jobs, seed)
}

/** Those without a result. A turn that failed is due again. */
export function listOpenJobs(jobs: readonly Job[], results: readonly TurnResult[]): readonly Job[] {
  const done = new Set(results.filter(({ error }) => error === null).map(keyOf))
  return jobs.filter((job) => !done.has(keyOf(job)))
}

/** The last result of each turn counts. */
export function lastResults(results: readonly TurnResult[]): readonly TurnResult[] {
  return [...new Map(results.map((result) => [keyOf(result), result])).values()]
}

const keyOf = ({ arm, book, turn }: Job): string => `${arm} ${book} ${turn}`

/** The same order for the same seed, which is an unsigned 32-bit number. */
function shuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const next = randomNumbers(seed)
  return items
    .map((item) => ({ item, rank: next() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item)
}

/** Mulberry32: numbers from 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
