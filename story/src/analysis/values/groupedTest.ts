import type { Test } from '../programs/program.ts'

type Groups = Iterable<readonly [branch: number, values: readonly number[]]>

interface Group {
  readonly values: number[]
  /** The positions of the values in the order in which they were found, ascending. */
  readonly positions: number[]
}

/** The values of the variable of a test, by the branch that they lead to. */
export class GroupedTest {
  /** The variables that are tested after it. */
  readonly below = new Set<number>()
  private readonly test: Test
  private readonly groups = new Map<number, Group>()
  private readonly branches: number[] = []

  constructor(test: Test) {
    this.test = test
  }

  /** Adds values up to a position. */
  take(found: readonly number[], end: number): void {
    for (let position = this.branches.length; position < end; position += 1) {
      const value = found[position] ?? 0
      const branch = this.test.branchOf(value)
      this.branches.push(branch)
      let group = this.groups.get(branch)
      if (group === undefined) {
        group = { values: [], positions: [] }
        this.groups.set(branch, group)
      }
      group.values.push(value)
      group.positions.push(position)
    }
  }

  *all(): Groups {
    for (const [branch, { values }] of this.groups) yield [branch, values]
  }

  /** The values from a position on. */
  *since(start: number): Groups {
    for (const branch of new Set(this.branches.slice(start))) {
      const { values, positions } = this.groups.get(branch) ?? { values: [], positions: [] }
      yield [branch, values.slice(countBelow(positions, start))]
    }
  }

  /** The values before a position. */
  *until(end: number): Groups {
    for (const [branch, { values, positions }] of this.groups) {
      const count = countBelow(positions, end)
      if (count > 0) yield [branch, count === values.length ? values : values.slice(0, count)]
    }
  }
}

/** Groups values by what a test makes of them. */
export function groupByBranch({ branchOf }: Test, values: readonly number[]): Groups {
  const groups = new Map<number, number[]>()
  for (const value of values) {
    const branch = branchOf(value)
    const group = groups.get(branch)
    if (group === undefined) groups.set(branch, [value])
    else group.push(value)
  }
  return groups
}

function countBelow(ascending: readonly number[], bound: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? Infinity) < bound) low = middle + 1
    else high = middle
  }
  return low
}
