import type { Cone } from '../cone/cone.ts'

/** Numbers for what a state can show: that a variable has a value, or that the story has ended in some manner. */
export class StateFacts {
  readonly count: number
  /** By position in a state: the number of the fact for value 0. */
  private readonly offsets: Int32Array

  constructor(cone: Cone) {
    this.offsets = new Int32Array(cone.variables.length + 1)
    let count = 0
    for (const [position, variable] of cone.variables.entries()) {
      this.offsets[position] = count
      count += 1 + cone.valuesOf(variable).reduce((largest, value) => Math.max(largest, value), 0)
    }
    this.offsets[cone.variables.length] = count
    this.count = count + 1 + cone.endings.length
  }

  /** The fact that a state has a value at a position. */
  of(position: number, value: number): number {
    return (this.offsets[position] ?? 0) + value
  }
}
