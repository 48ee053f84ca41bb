import { NodeTable } from './nodeTable.ts'

/** The number of a node: a set of assignments of bits. */
export type Diagram = number

export const EMPTY: Diagram = 0
export const ALL: Diagram = 1

/** A bit and the value it has to have. Lists of them are in ascending order of bits. */
export type Literal = readonly [bit: number, value: boolean]

const AND = 0
const OR = 1
const WITHOUT = 2
const ASSIGN = 3
const RESTRICT = 4

/**
 * Sets of assignments of bits as reduced ordered binary decision diagrams: equal sets are the same number. A cube is a
 * set that fixes some bits and leaves the others free.
 */
export class Diagrams {
  private readonly table: NodeTable

  /** Throws what `beforeGrowth` throws, which is called from time to time with the number of nodes and of those that were made. */
  constructor(bits: number, beforeGrowth: (nodes: number, made: number) => void) {
    this.table = new NodeTable(bits, beforeGrowth)
  }

  /** The number of nodes in use, including those that nothing refers to any longer. */
  get nodes(): number {
    return this.table.used
  }

  and(left: Diagram, right: Diagram): Diagram {
    if (left === EMPTY || right === EMPTY) return EMPTY
    if (left === ALL || left === right) return right
    if (right === ALL) return left
    return this.combine(AND, Math.min(left, right), Math.max(left, right))
  }

  or(left: Diagram, right: Diagram): Diagram {
    if (left === ALL || right === ALL) return ALL
    if (left === EMPTY || left === right) return right
    if (right === EMPTY) return left
    return this.combine(OR, Math.min(left, right), Math.max(left, right))
  }

  /** What is in `left` and not in `right`. */
  without(left: Diagram, right: Diagram): Diagram {
    if (left === EMPTY || right === ALL || left === right) return EMPTY
    return right === EMPTY ? left : this.combine(WITHOUT, left, right)
  }

  cube(literals: readonly Literal[]): Diagram {
    return literals.reduceRight<Diagram>(
      (rest, [bit, value]) => (value ? this.table.node(bit, EMPTY, rest) : this.table.node(bit, rest, EMPTY)),
      ALL,
    )
  }

  /** The members of a set after the bits of a cube have been set. */
  assign(set: Diagram, cube: Diagram): Diagram {
    if (set === EMPTY || cube === ALL) return set
    if (set === ALL) return cube
    const { table } = this
    const known = table.recall(ASSIGN, set, cube)
    if (known !== -1) return known
    const bit = table.bitOf(set)
    const cubeBit = table.bitOf(cube)
    let result: Diagram
    if (bit < cubeBit) {
      result = table.node(bit, this.assign(table.lowOf(set), cube), this.assign(table.highOf(set), cube))
    } else {
      const isHigh = table.lowOf(cube) === EMPTY
      const either = bit === cubeBit ? this.or(table.lowOf(set), table.highOf(set)) : set
      const rest = this.assign(either, isHigh ? table.highOf(cube) : table.lowOf(cube))
      result = isHigh ? table.node(cubeBit, EMPTY, rest) : table.node(cubeBit, rest, EMPTY)
    }
    table.remember(ASSIGN, set, cube, result)
    return result
  }

  /** What leads into a set when the bits of a cube are set: those bits don't matter in the result. */
  restrict(set: Diagram, cube: Diagram): Diagram {
    if (set <= ALL || cube === ALL) return set
    const { table } = this
    const known = table.recall(RESTRICT, set, cube)
    if (known !== -1) return known
    const bit = table.bitOf(set)
    const cubeBit = table.bitOf(cube)
    let result: Diagram
    if (bit < cubeBit) {
      result = table.node(bit, this.restrict(table.lowOf(set), cube), this.restrict(table.highOf(set), cube))
    } else {
      const isHigh = table.lowOf(cube) === EMPTY
      const rest = isHigh ? table.highOf(cube) : table.lowOf(cube)
      const at = bit > cubeBit ? set : isHigh ? table.highOf(set) : table.lowOf(set)
      result = this.restrict(at, rest)
    }
    table.remember(RESTRICT, set, cube, result)
    return result
  }

  /** The number of assignments; infinite if it is larger than a number can be. */
  count(set: Diagram): number {
    const { table } = this
    const counts = new Map<Diagram, number>([
      [EMPTY, 0],
      [ALL, 1],
    ])
    const visit = (at: Diagram): number => {
      const known = counts.get(at)
      if (known !== undefined) return known
      const [low, high] = [table.lowOf(at), table.highOf(at)]
      const below = table.bitOf(at) + 1
      const result = visit(low) * 2 ** (table.bitOf(low) - below) + visit(high) * 2 ** (table.bitOf(high) - below)
      counts.set(at, result)
      return result
    }
    return visit(set) * 2 ** table.bitOf(set)
  }

  /** The bits that a member of a set, which has one, needs to have; all others are free. */
  member(set: Diagram): ReadonlyMap<number, boolean> {
    const { table } = this
    const bits = new Map<number, boolean>()
    for (let at = set; at > ALL;) {
      const isHigh = table.lowOf(at) === EMPTY
      bits.set(table.bitOf(at), isHigh)
      at = isHigh ? table.highOf(at) : table.lowOf(at)
    }
    return bits
  }

  /** Forgets all sets that are not needed for `roots`, if there are many of them. */
  collect(roots: Iterable<Diagram>): void {
    this.table.collect(roots)
  }

  private combine(operation: number, left: Diagram, right: Diagram): Diagram {
    const { table } = this
    const known = table.recall(operation, left, right)
    if (known !== -1) return known
    const leftBit = table.bitOf(left)
    const rightBit = table.bitOf(right)
    const bit = Math.min(leftBit, rightBit)
    const [leftLow, leftHigh] = leftBit === bit ? [table.lowOf(left), table.highOf(left)] : [left, left]
    const [rightLow, rightHigh] = rightBit === bit ? [table.lowOf(right), table.highOf(right)] : [right, right]
    const low = this.apply(operation, leftLow, rightLow)
    const result = table.node(bit, low, this.apply(operation, leftHigh, rightHigh))
    table.remember(operation, left, right, result)
    return result
  }

  private apply(operation: number, left: Diagram, right: Diagram): Diagram {
    if (operation === AND) return this.and(left, right)
    return operation === OR ? this.or(left, right) : this.without(left, right)
  }
}
