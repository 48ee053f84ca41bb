import type { GamebookFunction } from '../../gamebook/gamebook.ts'
import { createRandom } from '../random.ts'

/** Counts the calls of a run. Each run starts with its own handicaps, or all runs would make the same calls. */
export class CallCounts {
  private readonly seed: number
  /** By function and by the value of its first parameter with choices. */
  private readonly counts = new Map<GamebookFunction, Map<string, number>>()

  constructor(seed: number) {
    this.seed = seed
  }

  of(fn: GamebookFunction, value: string): number {
    const counts = this.countsOf(fn)
    const known = counts.get(value)
    if (known !== undefined) return known
    const handicap = this.handicapOf(`${fn.name} ${value}`)
    counts.set(value, handicap)
    return handicap
  }

  add(fn: GamebookFunction, value: string): void {
    this.countsOf(fn).set(value, this.of(fn, value) + 1)
  }

  private countsOf(fn: GamebookFunction): Map<string, number> {
    const known = this.counts.get(fn)
    if (known !== undefined) return known
    const counts = new Map<string, number>()
    this.counts.set(fn, counts)
    return counts
  }

  private handicapOf(name: string): number {
    let mixed = this.seed
    for (let index = 0; index < name.length; index += 1) mixed = Math.imul(mixed ^ name.charCodeAt(index), 0x01000193)
    return Math.floor(createRandom(mixed).real() * MAX_HANDICAP)
  }
}

const MAX_HANDICAP = 6
