import { NO_DEADLINE, type Deadline } from '../verdict/deadline.ts'

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
  deadline = NO_DEADLINE,
): Int32Array {
  const classes = new Classes(values.length, deadline)
  for (const label of labels) {
    if (classes.count === values.length) return classes.of
    deadline.check()
    classes.splitBy((position) => label(values[position] ?? 0))
  }
  const positions = new Map(values.map((value, position) => [value, position]))
  const relations = successors.map((sumsOf) => relationInto(values, positions, sumsOf))
  classes.refine(relations)
  return classes.of
}

/** Which positions lead to each position: `sources` from `starts[position]` up to `starts[position + 1]`. */
interface Relation {
  readonly starts: Int32Array
  readonly sources: Int32Array
  /** Whether each position leads to one other. */
  readonly isFunction: boolean
}

function relationInto(
  values: readonly number[],
  positions: ReadonlyMap<number, number>,
  sumsOf: (value: number) => readonly number[],
): Relation {
  const from: number[] = []
  const to: number[] = []
  let isFunction = true
  values.forEach((value, position) => {
    const sums = sumsOf(value)
    isFunction &&= sums.length === 1
    for (const sum of sums) {
      const target = positions.get(sum)
      if (target === undefined) continue
      from.push(position)
      to.push(target)
    }
  })
  const starts = new Int32Array(values.length + 1)
  for (const target of to) starts[target + 1] = (starts[target + 1] ?? 0) + 1
  for (let position = 0; position < values.length; position += 1)
    starts[position + 1] = (starts[position + 1] ?? 0) + (starts[position] ?? 0)
  const next = starts.slice()
  const sources = new Int32Array(to.length)
  to.forEach((target, index) => {
    const place = next[target] ?? 0
    sources[place] = from[index] ?? 0
    next[target] = place + 1
  })
  return { starts, sources, isFunction }
}

/** More than any node has as its id. */
const LABELS = 2 ** 26

/** Classes of positions. The members of each are next to each other in one array, those that are marked first. */
class Classes {
  /** The class of each position. */
  readonly of: Int32Array
  count: number
  private readonly size: number
  private readonly members: Int32Array
  /** Where each position is among the members. */
  private readonly places: Int32Array
  /** By class: its members go from `starts` up to `ends`. */
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  /** How many members are marked. */
  private readonly marks: Int32Array
  /** The classes that have marked members. */
  private readonly touched: number[] = []
  private readonly deadline: Deadline

  constructor(size: number, deadline: Deadline) {
    this.size = size
    this.deadline = deadline
    this.of = new Int32Array(size)
    this.members = new Int32Array(size)
    this.places = new Int32Array(size)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
    this.marks = new Int32Array(size)
    this.count = Math.min(size, 1)
    this.arrange()
  }

  splitBy(label: (position: number) => number): void {
    const known = new Map<number, number>()
    const isKept = new Uint8Array(this.count)
    for (let position = 0; position < this.size; position += 1) {
      const old = this.of[position] ?? 0
      const key = old * LABELS + label(position) + 1
      let found = known.get(key)
      if (found === undefined) {
        found = isKept[old] === 1 ? this.count++ : old
        isKept[old] = 1
        known.set(key, found)
      }
      this.of[position] = found
    }
    this.arrange()
  }

  /**
   * Splits classes until each leads to whole classes only. Of two halves of a class, the smaller one is enough to go on
   * with if every position has one successor.
   */
  refine(relations: readonly Relation[]): void {
    const isFunction = relations.every((relation) => relation.isFunction)
    const targets = new Int32Array(this.size)
    const waiting = [...Array(this.count).keys()]
    const isWaiting = new Uint8Array(this.size).fill(1, 0, this.count)
    const wait = (index: number): void => {
      if (isWaiting[index] === 1) return
      isWaiting[index] = 1
      waiting.push(index)
    }
    for (let splitter = waiting.pop(); splitter !== undefined; splitter = waiting.pop()) {
      isWaiting[splitter] = 0
      const count = this.copyMembers(splitter, targets)
      for (const relation of relations) {
        this.deadline.step()
        this.mark(relation, targets, count)
        for (const old of this.touched) {
          const added = this.separate(old)
          if (added === null) continue
          const isSmaller = this.sizeOf(added) <= this.sizeOf(old)
          if (!isFunction || isWaiting[old] === 1) [old, added].forEach(wait)
          else wait(isSmaller ? added : old)
        }
      }
    }
  }

  private sizeOf(index: number): number {
    return (this.ends[index] ?? 0) - (this.starts[index] ?? 0)
  }

  /** Returns how many there are. */
  private copyMembers(index: number, to: Int32Array): number {
    const start = this.starts[index] ?? 0
    const count = this.sizeOf(index)
    for (let offset = 0; offset < count; offset += 1) to[offset] = this.members[start + offset] ?? 0
    return count
  }

  /** Marks the positions that lead to the first targets. */
  private mark({ starts, sources }: Relation, targets: Int32Array, count: number): void {
    this.touched.length = 0
    for (let index = 0; index < count; index += 1) this.markSources(starts, sources, targets[index] ?? 0)
  }

  private markSources(starts: Int32Array, sources: Int32Array, target: number): void {
    const end = starts[target + 1] ?? 0
    for (let index = starts[target] ?? 0; index < end; index += 1) {
      const position = sources[index] ?? 0
      const group = this.of[position] ?? 0
      const marked = this.marks[group] ?? 0
      const firstUnmarked = (this.starts[group] ?? 0) + marked
      if ((this.places[position] ?? 0) < firstUnmarked) continue
      if (marked === 0) this.touched.push(group)
      this.swap(position, firstUnmarked)
      this.marks[group] = marked + 1
    }
  }

  private swap(position: number, place: number): void {
    const other = this.members[place] ?? 0
    const before = this.places[position] ?? 0
    this.members[place] = position
    this.places[position] = place
    this.members[before] = other
    this.places[other] = before
  }

  /** Makes a new class of the marked members of a class, which are no longer marked. Null if they are all of it. */
  private separate(old: number): number | null {
    const start = this.starts[old] ?? 0
    const end = start + (this.marks[old] ?? 0)
    this.marks[old] = 0
    if (end === this.ends[old]) return null
    const added = this.count
    this.count += 1
    this.starts[added] = start
    this.ends[added] = end
    this.starts[old] = end
    for (let place = start; place < end; place += 1) this.of[this.members[place] ?? 0] = added
    return added
  }

  /** Puts the members of each class next to each other. */
  private arrange(): void {
    this.ends.fill(0)
    for (const group of this.of) this.ends[group] = (this.ends[group] ?? 0) + 1
    let start = 0
    for (let group = 0; group < this.count; group += 1) {
      this.starts[group] = start
      start += this.ends[group] ?? 0
      this.ends[group] = this.starts[group] ?? 0
    }
    this.of.forEach((group, position) => {
      const place = this.ends[group] ?? 0
      this.members[place] = position
      this.places[position] = place
      this.ends[group] = place + 1
    })
  }
}
