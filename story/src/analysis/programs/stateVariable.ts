import type { Json } from '../../json.ts'
import { variableName, type Variable } from './variable.ts'

/** How the rules tell the values of a number apart, if they only compare it with constants. */
export interface NumberScale {
  /** The same for numbers that no rule tells apart. */
  readonly classOf: (value: number) => number
  /** The number that stands for one beyond the last constant, from which it can't come back. */
  readonly fold: (value: number) => number
  /** The lowest and the highest of the constants; all numbers below and all above are alike, except for the time of day. */
  readonly low: number
  readonly high: number
}

/** A variable whose values are numbered in the order in which they were found, from 0, the value at the start. */
export class StateVariable {
  readonly index: number
  readonly variable: Variable
  readonly name: string
  /** Null if every value can matter. */
  readonly scale: NumberScale | null
  readonly values: Json[] = []
  private readonly numbers = new Map<Json, number>()

  constructor(index: number, variable: Variable, start: Json, scale: NumberScale | null = null) {
    this.index = index
    this.variable = variable
    this.name = variableName(variable)
    this.scale = scale
    this.numberOf(start)
  }

  /** The number of a value; a new one for a value that is not known yet. */
  numberOf(value: Json): number {
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.values.length)
    this.values.push(value)
    return this.values.length - 1
  }
}
