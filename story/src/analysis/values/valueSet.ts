import type { Json } from '../../json.ts'
import type { Write } from '../programs/program.ts'
import type { StateVariable } from '../programs/stateVariable.ts'

export type Addition = Extract<Write, { kind: 'add' }>

/** Values of texts, lists and of numbers that every rule reads exactly. */
const MAX_EXACT = 5_000
/** Numbers that rules only compare with constants. */
const MAX_COMPARED = 200_000
/** How far a number may grow beyond its last constant before it counts as endless. */
const MAX_BEYOND = 64
/** The largest amount that leads back from an endless number. */
const MAX_STEP_BACK = 10_000
/** A number that lies beyond everything that one addition reaches. */
const FAR = 1_000_003

/**
 * All values that one variable could have, in the order in which they were found. It only grows. A number that grows
 * without end in a direction in which no constant lies, and can come back, is widened: one value then stands for all
 * numbers beyond the last constant.
 */
export class ValueSet {
  readonly variable: StateVariable
  readonly found: number[]
  /** Whether there are values that were not added. */
  isUnbounded = false
  private readonly known: Set<number>
  private isWhole: boolean
  private readonly top: number
  private readonly bottom: number
  private above = 0
  private below = 0
  private hasTop = false
  private hasBottom = false

  /** @param start the number of the first value: of that at the start of the story, or in a later state */
  constructor(variable: StateVariable, start = 0) {
    this.variable = variable
    const value = this.standIn(start)
    this.found = [value]
    this.known = new Set(this.found)
    const json = variable.values[value]
    const first = typeof json === 'number' ? json : 0
    this.isWhole = typeof json !== 'number' || Number.isInteger(json)
    this.top = Math.floor(Math.max(first, variable.scale?.high ?? first)) + 1
    this.bottom = Math.ceil(Math.min(first, variable.scale?.low ?? first)) - 1
  }

  get isWidened(): boolean {
    return this.hasTop || this.hasBottom
  }

  has(value: number): boolean {
    return this.known.has(value)
  }

  /** The values, without those for which another one stands. */
  listValues(): readonly number[] {
    return this.isWidened ? this.found.filter((value) => this.standIn(value) === value) : this.found
  }

  /** Adds a value or what stands for it. Returns whether it was new. */
  add(given: number): boolean {
    if (this.known.has(given)) return false
    const value = this.standIn(given)
    if (this.known.has(value)) return false
    const json = this.variable.values[value]
    if (typeof json === 'number' && this.variable.scale !== null) {
      this.isWhole &&= Number.isInteger(json)
      if (json > this.top) this.above += 1
      if (json < this.bottom) this.below += 1
    }
    const isCompared = this.variable.scale !== null && this.isWhole
    if (this.found.length >= (isCompared ? MAX_COMPARED : MAX_EXACT)) {
      this.isUnbounded = true
      return false
    }
    if (this.isWidened && !this.isWhole) this.isUnbounded = true
    this.known.add(value)
    this.found.push(value)
    return true
  }

  /** The number of the value that stands for a value. */
  standIn(value: number): number {
    const json = this.variable.values[value]
    return typeof json === 'number' ? this.variable.numberOf(this.placeOf(json)) : value
  }

  /** The number of the value that stands for one of a play; null if the set doesn't contain it. */
  find(json: Json): number | null {
    const value = this.variable.numberOf(typeof json === 'number' ? this.placeOf(json) : json)
    return this.known.has(value) ? value : null
  }

  /** All values that an addition can lead to; more than one only from a value that stands for many. */
  sumsOf({ amount, min, max }: Addition, value: number): readonly number[] {
    const json = this.variable.values[value]
    if (typeof json !== 'number') return [value]
    const sumOf = (from: number): number => this.variable.numberOf(this.placeOf(clamp(from + amount, min, max)))
    const isFromTop = this.hasTop && json === this.top
    const isFromBottom = this.hasBottom && json === this.bottom
    if (!isFromTop && !isFromBottom) return [sumOf(json)]
    const direction = isFromTop ? 1 : -1
    if (!Number.isInteger(amount) || Math.abs(amount) > MAX_STEP_BACK) this.isUnbounded = true
    const sums = new Set<number>()
    for (let far = 0; far <= Math.min(Math.abs(amount), MAX_STEP_BACK); far += 1)
      sums.add(sumOf(json + direction * far))
    return [...sums]
  }

  /**
   * Widens the set if an addition makes it grow without end. Values that were added remain. Returns the value that stands
   * for the others if it is new, else null.
   */
  widen({ amount, min, max }: Addition): number | null {
    const isEndlessUp = !this.hasTop && amount > 0 && max >= Number.MAX_SAFE_INTEGER && this.above > MAX_BEYOND
    const isEndlessDown = !this.hasBottom && amount < 0 && min <= Number.MIN_SAFE_INTEGER && this.below > MAX_BEYOND
    if (!isEndlessUp && !isEndlessDown) return null
    const end = isEndlessUp ? this.top : this.bottom
    if (!this.isKept(isEndlessUp ? end + FAR : end - FAR)) return null
    this.hasTop ||= isEndlessUp
    this.hasBottom ||= isEndlessDown
    const value = this.variable.numberOf(end)
    if (this.known.has(value)) return null
    this.known.add(value)
    this.found.push(value)
    return value
  }

  /** Whether no other number stands for a number because of the scale. */
  private isKept(number: number): boolean {
    return this.variable.scale?.fold(number) === number
  }

  private placeOf(number: number): number {
    const folded = this.variable.scale === null ? number : this.variable.scale.fold(number)
    if (this.hasTop && folded > this.top) return this.top
    if (this.hasBottom && folded < this.bottom) return this.bottom
    return folded
  }
}

function clamp(number: number, min: number, max: number): number {
  return Math.min(Math.max(number, min), max)
}
