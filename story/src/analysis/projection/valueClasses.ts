import type { Cone, ConeNode, ConeTest } from '../cone/cone.ts'
import { nodesOf } from '../cone/walkNodes.ts'

/** Which values of a variable no test of a cone tells apart. What is added to them can still lead to different classes. */
export class ValueClasses {
  private readonly cone: Cone
  private readonly tests = new Map<number, ConeTest[]>()
  /** By variable, then by value: the first value of its class. */
  private readonly classes = new Map<number, ReadonlyMap<number, number>>()

  constructor(cone: Cone) {
    this.cone = cone
    const roots = [
      cone.opening,
      ...cone.programs.map(({ root }) => root),
      ...cone.triggers.flatMap(({ condition, effects }) => [condition, ...effects]),
    ]
    for (const test of new Set<ConeNode>(roots.flatMap(nodesOf))) if (test.kind === 'test') this.addTest(test)
  }

  /** Whether there are fewer classes than values. */
  hasFewer(variable: number): boolean {
    const classes = this.classesOf(variable)
    return new Set(classes.values()).size < classes.size
  }

  /** The value that represents the class of a value. */
  of(variable: number, value: number): number {
    return this.classesOf(variable).get(value) ?? value
  }

  membersOf(variable: number, representative: number): readonly number[] {
    return this.cone.valuesOf(variable).filter((value) => this.of(variable, value) === representative)
  }

  private addTest(test: ConeTest): void {
    const tests = this.tests.get(test.variable)
    if (tests === undefined) this.tests.set(test.variable, [test])
    else tests.push(test)
  }

  /** What triggers remember is never tested, but each value matters. */
  private classesOf(variable: number): ReadonlyMap<number, number> {
    const known = this.classes.get(variable)
    if (known !== undefined) return known
    const tests = this.tests.get(variable)
    const first = new Map<string, number>()
    const classes = new Map(
      this.cone.valuesOf(variable).map((value) => {
        const key = tests?.map(({ branches }) => branches.get(value)?.id ?? -1).join() ?? String(value)
        const representative = first.get(key) ?? value
        first.set(key, representative)
        return [value, representative]
      }),
    )
    this.classes.set(variable, classes)
    return classes
  }
}
