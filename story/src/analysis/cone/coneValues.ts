import type { Json } from '../../json.ts'
import type { Write } from '../programs/program.ts'
import type { ValueSets } from '../values/valueSets.ts'
import type { Deadline } from '../verdict/deadline.ts'
import type { ConeNode, ConeTest } from './cone.ts'
import { refinePartition } from './refinePartition.ts'

type Addition = Extract<Write, { kind: 'add' }>

/** The values of the variables of a cone: of those that nothing in it tells apart, one stands for all. */
export class ConeValues {
  private readonly sets: ValueSets
  private readonly tests = new Map<number, ConeTest[]>()
  private readonly additions = new Map<number, Addition[]>()
  private readonly deadline: Deadline
  private readonly partitions = new Map<number, Partition>()

  constructor(sets: ValueSets, roots: Iterable<ConeNode>, deadline: Deadline) {
    this.sets = sets
    this.deadline = deadline
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
    return this.partitionOf(variable).find(this.sets.standIn(variable, value)) ?? value
  }

  valuesOf(variable: number): readonly number[] {
    return this.partitionOf(variable).representatives
  }

  valuesAfter(write: Write, value: number): readonly number[] {
    if (write.kind === 'add') return this.sumsOf(write, value)
    const { variable } = write
    const after = this.partitionOf(variable).find(this.sets.standIn(variable, write.value))
    return after === undefined ? [] : [after]
  }

  /** Sums that the sets of values don't contain are left out; the cone then has a reason not to know. */
  sumsOf(write: Addition, value: number): readonly number[] {
    const partition = this.partitionOf(write.variable)
    const sums = this.sets
      .sumsOf(write, value)
      .map((sum) => partition.find(sum))
      .filter((sum) => sum !== undefined)
    return sums.length < 2 ? sums : [...new Set(sums)]
  }

  find(variable: number, json: Json): number | null {
    const value = this.sets.find(variable, json)
    return value === null ? null : this.representative(variable, value)
  }

  private partitionOf(variable: number): Partition {
    const known = this.partitions.get(variable)
    if (known !== undefined) return known
    const values = this.sets.valuesOf(variable)
    const partition = new Partition(values, this.classesOf(variable, values))
    this.partitions.set(variable, partition)
    return partition
  }

  /** The class of each value. What triggers remember is never tested, but each value matters. */
  private classesOf(variable: number, values: readonly number[]): Int32Array {
    const tests = this.tests.get(variable)
    const additions = this.additions.get(variable) ?? []
    if (tests === undefined) return Int32Array.from(values.keys())
    const sumsOf = (write: Addition) => (value: number) => {
      this.deadline.step()
      return this.sets.sumsOf(write, value)
    }
    return refinePartition(
      values,
      tests.map((test) => (value) => test.branches.get(value)?.id ?? -1),
      distinct(additions).map(sumsOf),
      this.deadline,
    )
  }
}

/** The values of a variable, and for each the first of its class. */
class Partition {
  readonly representatives: readonly number[]
  /** By value; -1 for one that the variable can't have. */
  private readonly firsts: Int32Array

  constructor(values: readonly number[], classes: Int32Array) {
    const representatives: number[] = []
    const firstOf = new Int32Array(values.length).fill(NONE)
    this.firsts = new Int32Array(1 + values.reduce((most, value) => Math.max(most, value), 0)).fill(NONE)
    values.forEach((value, position) => {
      const label = classes[position] ?? 0
      if (firstOf[label] === NONE) {
        firstOf[label] = value
        representatives.push(value)
      }
      this.firsts[value] = firstOf[label] ?? value
    })
    this.representatives = representatives
  }

  find(value: number): number | undefined {
    const first = this.firsts[value]
    return first === NONE ? undefined : first
  }
}

const NONE = -1

function distinct(additions: readonly Addition[]): readonly Addition[] {
  return [...new Map(additions.map((write) => [`${write.amount} ${write.min} ${write.max}`, write])).values()]
}

function addTo<Element>(lists: Map<number, Element[]>, key: number, element: Element): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [element])
  else list.push(element)
}
