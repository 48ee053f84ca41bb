/**
 * The coarsest classes of values such that values of one class have the same labels, and additions lead from one class
 * to the same classes. Returns the class of each value, in the order of the values.
 * @param labels each gives a label to a value
 * @param successors each gives the values that an addition leads to
 */
export function refinePartition(
  values: readonly number[],
  labels: readonly ((value: number) => number)[],
  successors: readonly ((value: number) => readonly number[])[],
): Int32Array {
  const classes = new Classes(values.length)
  for (const label of labels) {
    if (classes.count === values.length) return classes.of
    classes.splitBy((position) => label(values[position] ?? 0))
  }
  const positions = new Map(values.map((value, position) => [value, position]))
  let isFunction = true
  const predecessors = successors.map((sumsOf) => {
    const before: number[][] = values.map(() => [])
    values.forEach((value, position) => {
      const sums = sumsOf(value)
      isFunction &&= sums.length === 1
      for (const sum of sums) before[positions.get(sum) ?? -1]?.push(position)
    })
    return before
  })
  classes.refine(predecessors, isFunction)
  return classes.of
}

/** More than any node has as its id. */
const LABELS = 2 ** 26

class Classes {
  /** The class of each position. */
  readonly of: Int32Array
  private readonly members: Set<number>[]

  constructor(size: number) {
    this.of = new Int32Array(size)
    this.members = [new Set(this.of.keys())]
  }

  get count(): number {
    return this.members.length
  }

  splitBy(label: (position: number) => number): void {
    const groups = new Map<number, number[]>()
    this.of.forEach((old, position) => {
      const key = old * LABELS + label(position) + 1
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [position])
      else group.push(position)
    })
    for (const group of groups.values()) this.separate(group)
  }

  /**
   * Splits classes until each leads to whole classes only. Of two halves of a class, the smaller one is enough to go on
   * with if every position has one successor.
   */
  refine(relations: readonly (readonly (readonly number[])[])[], isFunction: boolean): void {
    const waiting = new Set(this.members.keys())
    for (const splitter of waiting) {
      waiting.delete(splitter)
      const targets = [...(this.members[splitter] ?? [])]
      for (const before of relations) {
        for (const group of this.groupByClass(targets.flatMap((target) => before[target] ?? []))) {
          const old = this.of[group[0] ?? 0] ?? 0
          const added = this.separate(group)
          if (added === null) continue
          const isSmaller = (this.members[added]?.size ?? 0) <= (this.members[old]?.size ?? 0)
          if (!isFunction || waiting.has(old)) waiting.add(old).add(added)
          else waiting.add(isSmaller ? added : old)
        }
      }
    }
  }

  private groupByClass(positions: readonly number[]): Iterable<readonly number[]> {
    const groups = new Map<number, number[]>()
    for (const position of new Set(positions)) {
      const key = this.of[position] ?? 0
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [position])
      else group.push(position)
    }
    return groups.values()
  }

  /** Makes a new class of some members of one class. Returns null if they are all of it. */
  private separate(group: readonly number[]): number | null {
    const members = this.members[this.of[group[0] ?? 0] ?? 0]
    if (members === undefined || members.size === group.length) return null
    const added = this.members.push(new Set(group)) - 1
    for (const position of group) {
      members.delete(position)
      this.of[position] = added
    }
    return added
  }
}
