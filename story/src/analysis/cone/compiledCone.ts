import type { Write } from '../programs/program.ts'
import type { Cone, ConeLeaf, ConeNode, ConeTrigger } from './cone.ts'
import { findGap } from './findGap.ts'
import type { ConeState } from './transitions.ts'

/** A node that reads states by position. */
export type CompiledNode = CompiledTest | CompiledChoice | CompiledLeaf

export interface CompiledTest {
  readonly kind: 'test'
  /** The position of the variable in states. */
  readonly place: number
  /** The position of the branch by the number of the value; -1 for a value that can't occur. */
  readonly branchOf: Int32Array
  readonly branches: readonly CompiledNode[]
  /** For values without a branch. Null if there are no such values. */
  readonly rest: CompiledNode | null
}

export interface CompiledChoice {
  readonly kind: 'choice'
  readonly branches: readonly CompiledNode[]
}

export interface CompiledLeaf {
  readonly kind: 'leaf'
  readonly leaf: ConeLeaf
  readonly writes: readonly CompiledWrite[]
  /** The triggers whose conditions test what it writes, by position, ascending. */
  readonly wakes: readonly number[]
}

export interface CompiledWrite {
  readonly place: number
  /** The value after the write, by the value before it; `SEVERAL` unless there is exactly one. */
  readonly valueAfter: (before: number) => number
  readonly valuesAfter: (before: number) => readonly number[]
}

/** No value, or more than one. */
export const SEVERAL = -1

export interface CompiledTrigger {
  readonly condition: CompiledNode
  readonly effects: readonly CompiledNode[]
  /** Positions in states; -1 if there is no such variable. */
  readonly fired: number
  readonly on: number
  /** The number that says yes in these variables. */
  readonly firedValue: number
  readonly onValue: number
}

/** What was never explored. */
const NOTHING: CompiledNode = { kind: 'choice', branches: [] }

/** Prepares the nodes of a cone for fast steps. */
export class ConeCompiler {
  private readonly cone: Cone
  private readonly places: ReadonlyMap<number, number>
  private readonly rest: CompiledNode | null
  private readonly compiled = new Map<ConeNode, CompiledNode>()
  /** By variable: the triggers whose conditions test it. */
  private readonly watchers = new Map<number, number[]>()

  constructor(cone: Cone) {
    this.cone = cone
    this.rest = findGap(cone) === undefined ? null : NOTHING
    this.places = new Map(cone.variables.map((variable, place) => [variable, place]))
    cone.triggers.forEach(({ condition }, index) => {
      for (const variable of variablesTestedBy(condition)) {
        const watchers = this.watchers.get(variable)
        if (watchers === undefined) this.watchers.set(variable, [index])
        else watchers.push(index)
      }
    })
  }

  compile(node: ConeNode): CompiledNode {
    const known = this.compiled.get(node)
    if (known !== undefined) return known
    const compiled = this.compileNew(node)
    this.compiled.set(node, compiled)
    return compiled
  }

  compileTrigger({ condition, effects, firedVariable, onVariable }: ConeTrigger): CompiledTrigger {
    return {
      condition: this.compile(condition),
      effects: effects.map((effect) => this.compile(effect)),
      fired: firedVariable === null ? -1 : this.placeOf(firedVariable),
      on: onVariable === null ? -1 : this.placeOf(onVariable),
      firedValue: firedVariable === null ? 0 : this.trueValueOf(firedVariable),
      onValue: onVariable === null ? 0 : this.trueValueOf(onVariable),
    }
  }

  private compileNew(node: ConeNode): CompiledNode {
    this.cone.deadline.step()
    switch (node.kind) {
      case 'test': {
        const positions = new Map(node.kids.map((kid, position) => [kid, position]))
        const branchOf = new Int32Array(1 + largest(node.branches.keys())).fill(-1)
        for (const [value, kid] of node.branches) branchOf[value] = positions.get(kid) ?? -1
        const branches = node.kids.map((kid) => this.compile(kid))
        return { kind: 'test', place: this.placeOf(node.variable), branchOf, branches, rest: this.rest }
      }
      case 'choice':
        return { kind: 'choice', branches: node.kids.map((kid) => this.compile(kid)) }
      case 'leaf': {
        const wakes = new Set(node.writes.flatMap(({ variable }) => this.watchers.get(variable) ?? []))
        const writes = node.writes.map((write) => this.compileWrite(write))
        return { kind: 'leaf', leaf: node, writes, wakes: [...wakes].sort((a, b) => a - b) }
      }
    }
  }

  private compileWrite(write: Write): CompiledWrite {
    const place = this.placeOf(write.variable)
    const valuesAfter = (before: number): readonly number[] => this.cone.valuesAfter(write, before)
    const onlyAfter = (before: number): number => {
      const values = valuesAfter(before)
      return values.length === 1 ? (values[0] ?? SEVERAL) : SEVERAL
    }
    if (write.kind === 'set') {
      const value = onlyAfter(0)
      return { place, valueAfter: () => value, valuesAfter }
    }
    const known: number[] = []
    return { place, valueAfter: (before) => (known[before] ??= onlyAfter(before)), valuesAfter }
  }

  private placeOf(variable: number): number {
    const place = this.places.get(variable)
    if (place === undefined) throw new Error(`Variable ${variable} is not in the cone`)
    return place
  }

  private trueValueOf(variable: number): number {
    return this.cone.valuesOf(variable).find((value) => value !== 0) ?? 1
  }
}

/** Calls back for every leaf that a state can lead to. */
export function forEachLeaf(node: CompiledNode, state: ConeState, visit: (leaf: CompiledLeaf) => void): void {
  let now = node
  while (now.kind === 'test') {
    const next: CompiledNode | null = now.branches[now.branchOf[state[now.place] ?? -1] ?? -1] ?? now.rest
    if (next === null) throw new Error('A state has a value for which a test has no branch')
    now = next
  }
  if (now.kind === 'leaf') visit(now)
  else for (const branch of now.branches) forEachLeaf(branch, state, visit)
}

function variablesTestedBy(root: ConeNode): ReadonlySet<number> {
  const tested = new Set<number>()
  const seen = new Set<ConeNode>()
  const visit = (node: ConeNode): void => {
    if (seen.has(node) || node.kind === 'leaf') return
    seen.add(node)
    if (node.kind === 'test') tested.add(node.variable)
    node.kids.forEach(visit)
  }
  visit(root)
  return tested
}

function largest(values: Iterable<number>): number {
  let most = 0
  for (const value of values) most = Math.max(most, value)
  return most
}
