import type { Cone } from '../cone/cone.ts'
import { ValueClasses } from './valueClasses.ts'

/**
 * What a projection sees of the variables of a cone: first nothing, then only what tests say of a variable, then each of
 * its values.
 */
export class Sight {
  /** The variables that are seen. */
  readonly variables: ReadonlySet<number>
  private readonly classes: ValueClasses
  /** The variables of which each value is seen. */
  private readonly whole: ReadonlySet<number>

  private constructor(classes: ValueClasses, variables: ReadonlySet<number>, whole: ReadonlySet<number>) {
    this.classes = classes
    this.variables = variables
    this.whole = whole
  }

  static ofNothing(cone: Cone): Sight {
    return new Sight(new ValueClasses(cone), new Set(), new Set())
  }

  /** A sight that sees more of a variable. */
  with(variable: number): Sight {
    const isWhole = this.variables.has(variable) || !this.classes.hasFewer(variable)
    const whole = isWhole ? new Set([...this.whole, variable]) : this.whole
    return new Sight(this.classes, new Set([...this.variables, variable]), whole)
  }

  /** Whether different values of a variable look alike. */
  isBlurred(variable: number): boolean {
    return this.variables.has(variable) && !this.whole.has(variable)
  }

  /** Whether each value of a variable is seen. */
  isExact(variable: number): boolean {
    return this.whole.has(variable)
  }

  /** The value that a value looks like. */
  valueOf(variable: number, value: number): number {
    return this.isBlurred(variable) ? this.classes.of(variable, value) : value
  }

  /** All values that look like one. */
  valuesLike(variable: number, value: number): readonly number[] {
    return this.isBlurred(variable) ? this.classes.membersOf(variable, value) : [value]
  }
}
