import type { Cone, ConeLeaf, ConeNode, ConeTest } from '../cone/cone.ts'
import type { Write } from '../programs/program.ts'
import { ALL, EMPTY, type Diagram, type Diagrams, type Literal } from './diagrams.ts'
import type { StateCode } from './stateCode.ts'

/** Sets of states before and after the leaves of programs. */
export class ProgramSets {
  readonly diagrams: Diagrams
  /** The states in which the story runs. */
  readonly running: Diagram
  /** What is needed as long as there are programs. */
  readonly kept = new Set<Diagram>()
  private readonly cone: Cone
  private readonly code: StateCode
  private readonly guards = new Map<ConeTest, readonly (readonly [ConeNode, Diagram])[]>()
  private readonly orders = new Map<ConeNode, readonly ConeNode[]>()
  private readonly shifts = new Map<string, readonly Shift[]>()

  constructor(cone: Cone, diagrams: Diagrams, code: StateCode) {
    this.cone = cone
    this.diagrams = diagrams
    this.code = code
    this.running = this.keep(diagrams.cube(code.endedWith(0)))
  }

  keep(set: Diagram): Diagram {
    this.kept.add(set)
    return set
  }

  valueIs(variable: number, value: number): Diagram {
    return this.keep(this.diagrams.cube(this.code.valueIs(variable, value)))
  }

  /** The states of a set that get to each leaf. Leaves that none gets to are left out. */
  split(root: ConeNode, set: Diagram): readonly (readonly [ConeLeaf, Diagram])[] {
    const { diagrams } = this
    const sets = new Map<ConeNode, Diagram>([[root, set]])
    const leaves: [ConeLeaf, Diagram][] = []
    for (const node of this.inOrder(root)) {
      const at = sets.get(node) ?? EMPTY
      if (at === EMPTY) continue
      if (node.kind === 'leaf') leaves.push([node, at])
      else
        for (const [kid, guard] of this.kidsOf(node))
          sets.set(kid, diagrams.or(sets.get(kid) ?? EMPTY, diagrams.and(at, guard)))
    }
    return leaves
  }

  /** The states that get to a leaf in the set that `before` gives for it. */
  gather(root: ConeNode, before: (leaf: ConeLeaf) => Diagram): Diagram {
    const { diagrams } = this
    const sets = new Map<ConeNode, Diagram>()
    for (const node of this.inOrder(root).toReversed()) {
      const set =
        node.kind === 'leaf'
          ? before(node)
          : this.kidsOf(node).reduce(
              (found, [kid, guard]) => diagrams.or(found, diagrams.and(guard, sets.get(kid) ?? EMPTY)),
              EMPTY,
            )
      sets.set(node, set)
    }
    return sets.get(root) ?? EMPTY
  }

  /** The states after a leaf that doesn't reset the story. */
  after(leaf: ConeLeaf, set: Diagram): Diagram {
    const { diagrams, running } = this
    const shifted = this.shiftsOf(leaf).reduce((at, shifts) => this.shift(at, shifts), set)
    if (leaf.ended === 0) return diagrams.assign(shifted, this.writesOf(leaf, false))
    const ending = diagrams.assign(diagrams.and(shifted, running), this.writesOf(leaf, true))
    return diagrams.or(ending, diagrams.assign(diagrams.without(shifted, running), this.writesOf(leaf, false)))
  }

  /** The states from which a leaf leads into a set. */
  before(leaf: ConeLeaf, set: Diagram): Diagram {
    const { diagrams, running } = this
    const written = (withEnd: boolean): Diagram => diagrams.restrict(set, this.writesOf(leaf, withEnd))
    const found =
      leaf.ended === 0
        ? written(false)
        : diagrams.or(diagrams.and(written(true), running), diagrams.without(written(false), running))
    return this.shiftsOf(leaf).reduce((at, shifts) => this.unshift(at, shifts), found)
  }

  /** The one state after a leaf that resets the story. */
  afterReset(leaf: ConeLeaf): Diagram {
    return this.keep(this.after(leaf, this.start()))
  }

  start(): Diagram {
    const values = this.cone.variables.map((variable) => this.valueIs(variable, this.cone.representative(variable, 0)))
    return this.keep(values.reduce((all, value) => this.diagrams.and(all, value), this.running))
  }

  private kidsOf(node: Exclude<ConeNode, ConeLeaf>): readonly (readonly [ConeNode, Diagram])[] {
    if (node.kind === 'choice') return node.kids.map((kid) => [kid, ALL])
    let guards = this.guards.get(node)
    if (guards === undefined) {
      const sets = new Map<ConeNode, Diagram>()
      for (const value of this.cone.valuesOf(node.variable)) {
        const kid = node.branches.get(value)
        if (kid === undefined) continue
        const cube = this.diagrams.cube(this.code.valueIs(node.variable, value))
        sets.set(kid, this.diagrams.or(sets.get(kid) ?? EMPTY, cube))
      }
      for (const set of sets.values()) this.keep(set)
      guards = [...sets]
      this.guards.set(node, guards)
    }
    return guards
  }

  /** The nodes of a program, each before its kids. */
  private inOrder(root: ConeNode): readonly ConeNode[] {
    let order = this.orders.get(root)
    if (order === undefined) {
      const seen = new Set<ConeNode>()
      const reversed: ConeNode[] = []
      const visit = (node: ConeNode): void => {
        if (seen.has(node)) return
        seen.add(node)
        if (node.kind !== 'leaf') node.kids.forEach(visit)
        reversed.push(node)
      }
      visit(root)
      order = reversed.reverse()
      this.orders.set(root, order)
    }
    return order
  }

  private writesOf(leaf: ConeLeaf, withEnd: boolean): Diagram {
    const literals: Literal[] = leaf.writes.flatMap((write) =>
      write.kind === 'set'
        ? this.code.valueIs(write.variable, this.cone.representative(write.variable, write.value))
        : [],
    )
    if (withEnd) literals.push(...this.code.endedWith(leaf.ended))
    return this.keep(this.diagrams.cube(literals.sort(([left], [right]) => left - right)))
  }

  private shiftsOf(leaf: ConeLeaf): readonly (readonly Shift[])[] {
    return leaf.writes.flatMap((write) => (write.kind === 'add' ? [this.additionsOf(write)] : []))
  }

  private additionsOf(write: Extract<Write, { kind: 'add' }>): readonly Shift[] {
    const key = JSON.stringify(write)
    let shifts = this.shifts.get(key)
    if (shifts === undefined) {
      const { variable } = write
      const values = this.cone.valuesOf(variable)
      // Tests before the addition exclude sums that the variable can't have.
      shifts = values.flatMap((value): readonly Shift[] => {
        return this.cone
          .valuesAfter(write, value)
          .filter((sum) => values.includes(sum))
          .map((sum) => ({ from: this.valueIs(variable, value), to: this.valueIs(variable, sum) }))
      })
      this.shifts.set(key, shifts)
    }
    return shifts
  }

  private shift(set: Diagram, shifts: readonly Shift[]): Diagram {
    const { diagrams } = this
    return shifts.reduce((found, { from, to }) => {
      return diagrams.or(found, diagrams.assign(diagrams.and(set, from), to))
    }, EMPTY)
  }

  private unshift(set: Diagram, shifts: readonly Shift[]): Diagram {
    const { diagrams } = this
    return shifts.reduce((found, { from, to }) => {
      return diagrams.or(found, diagrams.and(diagrams.restrict(set, to), from))
    }, EMPTY)
  }
}

/** An addition turns the states with one value into states with another. */
interface Shift {
  readonly from: Diagram
  readonly to: Diagram
}
