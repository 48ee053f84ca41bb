import type { Write } from '../programs/program.ts'
import type { Deadline } from '../verdict/deadline.ts'
import type { ConeNode } from './cone.ts'
import type { ConeNodes } from './coneNodes.ts'

/** How much is compared before a condition counts as one that may become true. */
const MAX_COMPARISONS = 20_000

/** Finds whether a write can make a condition true that was not. */
export class ConditionRises {
  private readonly nodes: ConeNodes
  private readonly sumsOf: (write: Extract<Write, { kind: 'add' }>, value: number) => readonly number[]
  private readonly deadline: Deadline
  private left = 0

  constructor(nodes: ConeNodes, sumsOf: ConditionRises['sumsOf'], deadline: Deadline) {
    this.nodes = nodes
    this.deadline = deadline
    this.sumsOf = sumsOf
  }

  /** The variables whose writes can make a condition true. */
  testedBy(condition: ConeNode): ReadonlySet<number> {
    return this.nodes.testedBy(condition)
  }

  canRise(condition: ConeNode, write: Write): boolean {
    this.left = MAX_COMPARISONS
    const { variable } = write
    const values = this.valuesIn(condition, variable)
    const seen = new Set<string>()
    return [...values].some((before) => {
      const old = this.restrict(condition, variable, before)
      const after = write.kind === 'set' ? [write.value] : this.sumsOf(write, before)
      return after.some(
        (value) => value !== before && this.risesFrom(old, this.restrict(condition, variable, value), seen),
      )
    })
  }

  /** Whether a condition can be true where another one is not. `seen` holds pairs that are compared already. */
  private risesFrom(old: ConeNode, now: ConeNode, seen: Set<string>): boolean {
    if (old === now) return false
    const key = `${old.id} ${now.id}`
    if (seen.has(key)) return false
    seen.add(key)
    this.left -= 1
    if (this.left < 0) return true
    const split = old.kind === 'test' ? old : now
    switch (split.kind) {
      case 'leaf':
        return old.kind === 'leaf' && old.answer !== true && split.answer === true
      case 'choice':
        return true
      case 'test':
        return [...split.branches.keys()].some((value) =>
          this.risesFrom(this.restrict(old, split.variable, value), this.restrict(now, split.variable, value), seen),
        )
    }
  }

  /** What is left of a condition if a variable has a certain value. */
  private restrict(node: ConeNode, variable: number, value: number): ConeNode {
    if (node.kind !== 'test' || !this.nodes.testedBy(node).has(variable)) return node
    this.deadline.check()
    if (node.variable === variable) {
      const branch = node.branches.get(value)
      return branch === undefined ? this.nodes.nothing : this.restrict(branch, variable, value)
    }
    const kids = new Map(node.kids.map((kid) => [kid, this.restrict(kid, variable, value)]))
    const kidOf = (other: number): ConeNode | undefined => {
      const kid = node.branches.get(other)
      return kid && kids.get(kid)
    }
    return this.nodes.test(node.variable, [...node.branches.keys()], kidOf)
  }

  private valuesIn(node: ConeNode, variable: number, values = new Set<number>(), seen = new Set<ConeNode>()) {
    if (node.kind === 'leaf' || seen.has(node)) return values
    seen.add(node)
    if (node.kind === 'test' && node.variable === variable) for (const value of node.branches.keys()) values.add(value)
    for (const kid of node.kids) this.valuesIn(kid, variable, values, seen)
    return values
  }
}
