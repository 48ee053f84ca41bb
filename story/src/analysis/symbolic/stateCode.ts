import type { Cone } from '../cone/cone.ts'
import type { ConeState } from '../cone/transitions.ts'
import type { Literal } from './diagrams.ts'
import { orderVariables } from './variableOrder.ts'

/** Bits for the values of one variable, in a row. */
interface BitRange {
  readonly from: number
  readonly length: number
  /** The position of each value. */
  readonly positions: ReadonlyMap<number, number>
  readonly values: readonly number[]
}

/** How the states of a cone are written in bits: each variable as the position of its value, and how the story ended. */
export class StateCode {
  readonly bits: number
  private readonly cone: Cone
  private readonly ranges = new Map<number, BitRange>()
  private readonly ending: BitRange

  constructor(cone: Cone) {
    this.cone = cone
    let from = 0
    const take = (values: readonly number[]): BitRange => {
      const length = values.length < 2 ? 0 : Math.ceil(Math.log2(values.length))
      const range = { from, length, values, positions: new Map(values.map((value, position) => [value, position])) }
      from += length
      return range
    }
    for (const variable of orderVariables(cone)) this.ranges.set(variable, take(cone.valuesOf(variable)))
    this.ending = take([0, ...cone.endings.map((_, index) => index + 1)])
    this.bits = from
  }

  /** That a variable has a value, which is one of its representatives. */
  valueIs(variable: number, value: number): readonly Literal[] {
    const range = this.ranges.get(variable)
    if (range === undefined) throw new RangeError(`The cone has no variable ${variable}.`)
    return literalsOf(range, value)
  }

  endedWith(ending: number): readonly Literal[] {
    return literalsOf(this.ending, ending)
  }

  /** The state with some bits; those that are not named are 0. */
  decode(bits: ReadonlyMap<number, boolean>): ConeState {
    const ranges = [...this.cone.variables.map((variable) => this.ranges.get(variable)), this.ending]
    return Int32Array.from(ranges, (range) => (range === undefined ? 0 : valueAt(range, bits)))
  }
}

function literalsOf({ from, length, positions }: BitRange, value: number): readonly Literal[] {
  const position = positions.get(value)
  if (position === undefined) throw new RangeError(`${value} is not a value of the variable.`)
  return Array.from({ length }, (_, bit): Literal => [from + bit, ((position >> (length - 1 - bit)) & 1) === 1])
}

function valueAt({ from, length, values }: BitRange, bits: ReadonlyMap<number, boolean>): number {
  let position = 0
  for (let bit = from; bit < from + length; bit += 1) position = position * 2 + (bits.get(bit) === true ? 1 : 0)
  return values[position] ?? 0
}
