import type { Json } from '../../json.ts'
import type { Write } from '../programs/program.ts'
import type { ValueSets } from '../values/valueSets.ts'
import type { ConeNode, ConeTest } from './cone.ts'
import { refinePartition } from './refinePartition.ts'

type Addition = Extract<Write, { kind: 'add' }>

/** The values of the variables of a cone: of those that nothing in it tells apart, one stands for all. */
export class ConeValues {
  private readonly sets: ValueSets
  private readonly tests = new Map<number, ConeTest[]>()
  private readonly additions = new Map<number, Addition[]>()
  /** By variable, then by value. */
  private readonly representatives = new Map<number, ReadonlyMap<number, number>>()

  constructor(sets: ValueSets, roots: Iterable<ConeNode>) {
    this.sets = sets
    const seen = new Set<ConeNode>()
    const visit = (node: ConeNode): void => {
      if (seen.has(node)) return
      seen.add(node)
      if (node.kind === 'leaf') {
        for (const write of node.writes) if (write.kind === 'add') addTo(this.additions, write.variable, write)
        return
      }
      if (node.kind === 'test') addTo(this.tests, node.variable, node)
      node.kids.forEach(visit)
    }
    for (const root of roots) visit(root)
  }

  representative(variable: number, value: number): number {
    return this.partitionOf(variable).get(this.sets.standIn(variable, value)) ?? value
  }

  valuesOf(variable: number): readonly number[] {
    return [...new Set(this.partitionOf(variable).values())]
  }

  valuesAfter(write: Write, value: number): readonly number[] {
    if (write.kind === 'add') return this.sumsOf(write, value)
    const { variable } = write
    const after = this.partitionOf(variable).get(this.sets.standIn(variable, write.value))
    return after === undefined ? [] : [after]
  }

  /** Sums that the sets of values don't contain are left out; the cone then has a reason not to know. */
  sumsOf(write: Addition, value: number): readonly number[] {
    const partition = this.partitionOf(write.variable)
    const sums = this.sets.sumsOf(write, value).flatMap((sum) => partition.get(sum) ?? [])
    return sums.length < 2 ? sums : [...new Set(sums)]
  }

  find(variable: number, json: Json): number | null {
    const value = this.sets.find(variable, json)
    return value === null ? null : this.representative(variable, value)
  }

  private partitionOf(variable: number): ReadonlyMap<number, number> {
    const known = this.representatives.get(variable)
    if (known !== undefined) return known
    const partition = this.refine(variable)
    this.representatives.set(variable, partition)
    return partition
  }

  /** What triggers remember is never tested, but each value matters. */
  private refine(variable: number): ReadonlyMap<number, number> {
    const values = this.sets.valuesOf(variable)
    const tests = this.tests.get(variable)
    const additions = this.additions.get(variable) ?? []
    if (tests === undefined) return new Map(values.map((value) => [value, value]))
    const sumsOf = (write: Addition) => (value: number) => this.sets.sumsOf(write, value)
    const classes = refinePartition(
      values,
      tests.map((test) => (value) => test.branches.get(value)?.id ?? -1),
      distinct(additions).map(sumsOf),
    )
    const first = new Map<number, number>()
    return new Map(
      values.map((value, position) => {
        const label = classes[position] ?? 0
        const representative = first.get(label) ?? value
        first.set(label, representative)
        return [value, representative]
      }),
    )
  }
}

function distinct(additions: readonly Addition[]): readonly Addition[] {
  return [...new Map(additions.map((write) => [`${write.amount} ${write.min} ${write.max}`, write])).values()]
}

function addTo<Element>(lists: Map<number, Element[]>, key: number, element: Element): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [element])
  else list.push(element)
}
