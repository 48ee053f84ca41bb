import type { Cone, ConeLeaf, ConeNode, ConeTrigger } from '../cone/cone.ts'
import { testedBy } from '../cone/walkNodes.ts'
import { runsAfterEnd, type Write } from '../programs/program.ts'
import type { Deadline } from '../verdict/deadline.ts'
import type { Sight } from './sight.ts'
import { findRelevantTriggers } from './relevantTriggers.ts'
import type { Flag, ProjectedLeaf, ProjectedNode, ProjectedTrigger, ProjectedWrite } from './projectedNode.ts'

/** A cone of which only some variables are seen. */
export interface ProjectedCone {
  readonly deadline: Deadline
  /** The visible variables, in the order of states. */
  readonly variables: readonly number[]
  readonly start: Int32Array
  /** What runs while the story goes on. Calls from which nothing visible can follow are left out. */
  readonly functions: readonly ProjectedNode[]
  readonly observers: readonly ProjectedNode[]
  readonly opening: ProjectedNode
  readonly triggers: readonly ProjectedTrigger[]
  readonly sight: Sight
}

export function projectCone(cone: Cone, sight: Sight): ProjectedCone {
  return new Projector(cone, sight).project()
}

class Projector {
  private readonly cone: Cone
  private readonly sight: Sight
  private readonly variables: readonly number[]
  private readonly places: ReadonlyMap<number, number>
  private readonly triggers: readonly ConeTrigger[]
  /** The triggers that test a variable. */
  private readonly testers: ReadonlyMap<number, readonly number[]>
  /** The triggers that can be due after any call: what they remember can differ from their condition. */
  private readonly watchful: readonly number[]
  private readonly projected = new Map<ConeNode, ProjectedNode>()
  private readonly nodes = new Map<string, ProjectedNode>()

  constructor(cone: Cone, sight: Sight) {
    this.cone = cone
    this.sight = sight
    this.variables = cone.variables.filter((variable) => sight.variables.has(variable))
    this.places = new Map(this.variables.map((variable, place) => [variable, place]))
    this.triggers = findRelevantTriggers(cone, sight.variables)
    const testers = new Map<number, number[]>()
    this.triggers.forEach(({ condition }, index) => {
      cone.deadline.check()
      for (const variable of testedBy(condition)) {
        const known = testers.get(variable)
        if (known === undefined) testers.set(variable, [index])
        else known.push(index)
      }
    })
    this.testers = testers
    this.watchful = this.triggers.flatMap(({ onVariable }, index) => (onVariable === null ? [] : [index]))
  }

  project(): ProjectedCone {
    const { cone } = this
    const roots = (afterEnd: boolean): readonly ProjectedNode[] =>
      cone.programs
        .filter(({ program }) => runsAfterEnd(program) === afterEnd)
        .map(({ root }) => this.nodeOf(root))
        .filter((root) => root.kind !== 'leaf' || !root.isIdle || root.goals.length > 0)
    return {
      deadline: cone.deadline,
      variables: this.variables,
      start: Int32Array.from([...this.variables.map((variable) => this.valueAtStart(variable)), 0]),
      functions: roots(false),
      observers: roots(true),
      opening: this.nodeOf(this.openingOf(cone.opening)),
      triggers: this.triggers.map((trigger) => ({
        id: trigger.id,
        condition: this.nodeOf(trigger.condition),
        effects: trigger.effects.map((effect) => this.nodeOf(effect)),
        fired: this.flagOf(trigger.firedVariable),
        on: this.flagOf(trigger.onVariable),
      })),
      sight: this.sight,
    }
  }

  /** At the start all variables have their first values, seen or not. */
  private openingOf(node: ConeNode): ConeNode {
    if (node.kind !== 'test') return node
    const kid = node.branches.get(this.cone.representative(node.variable, 0))
    return kid === undefined ? node : this.openingOf(kid)
  }

  private nodeOf(node: ConeNode): ProjectedNode {
    let projected = this.projected.get(node)
    if (projected === undefined) {
      projected = this.create(node)
      this.projected.set(node, projected)
    }
    return projected
  }

  private create(node: ConeNode): ProjectedNode {
    this.cone.deadline.check()
    if (node.kind === 'leaf') return this.leaf(node)
    if (node.kind === 'choice') return this.anyOf(node.kids, (kids, id) => ({ kind: 'choice', id, kids }), 'choice')
    const { variable } = node
    const place = this.places.get(variable)
    if (place === undefined)
      return this.anyOf(node.kids, (kids, id) => ({ kind: 'hidden', id, variable, kids }), `hidden ${variable}`)
    const branches = new Map<number, ProjectedNode>()
    const values = new Set(this.cone.valuesOf(variable).map((value) => this.sight.valueOf(variable, value)))
    for (const value of values) {
      const kid = node.branches.get(value)
      if (kid !== undefined) branches.set(value, this.nodeOf(kid))
    }
    const [first] = branches.values()
    const isSame = branches.size === values.size && new Set(branches.values()).size === 1
    if (isSame && first !== undefined) return first
    const key = [...branches].map(([value, { id }]) => `${value}:${id}`).join()
    return this.intern(`visible ${place} ${key}`, (id) => ({ kind: 'visible', id, place, branches }))
  }

  private anyOf(
    nodes: readonly ConeNode[],
    make: (kids: readonly ProjectedNode[], id: number) => ProjectedNode,
    kind: string,
  ): ProjectedNode {
    const kids = [...new Set(nodes.map((node) => this.nodeOf(node)))].sort((left, right) => left.id - right.id)
    const [first] = kids
    if (kids.length === 1 && first !== undefined) return first
    return this.intern(`${kind} ${kids.map(({ id }) => id).join()}`, (id) => make(kids, id))
  }

  private leaf({ writes, ended, resets, answer, goals }: ConeLeaf): ProjectedLeaf {
    const wakes = new Set(resets ? this.triggers.keys() : this.watchful)
    for (const { variable } of writes) this.testers.get(variable)?.forEach((index) => wakes.add(index))
    const visible = writes.filter(({ variable }) => this.places.has(variable))
    const isUnseen = visible.length === 0 && wakes.size === 0
    const isIdle = ended === 0 && !resets && (writes.length === 0 || isUnseen)
    const sorted = [...wakes].sort((left, right) => left - right)
    const key = JSON.stringify([visible, sorted, ended, resets, answer, goals, isIdle])
    return this.internLeaf(key, (id) => ({
      kind: 'leaf',
      id,
      writes: visible.flatMap((write) => this.write(write)),
      wakes: sorted,
      ended,
      resets,
      answer,
      goals,
      isIdle,
    }))
  }

  private write(write: Write): readonly ProjectedWrite[] {
    const { variable } = write
    const place = this.places.get(variable)
    if (place === undefined) return []
    const valuesAfter = (value: number): readonly number[] => {
      const before = this.sight.valuesLike(variable, value)
      const after = before.flatMap((each) => this.cone.valuesAfter(write, each))
      return [...new Set(after.map((each) => this.sight.valueOf(variable, each)))]
    }
    const known = new Map<number, readonly number[]>()
    return [
      {
        place,
        blurred: this.sight.isBlurred(variable) ? variable : null,
        valuesAfter: (value) => {
          const values = known.get(value) ?? valuesAfter(value)
          known.set(value, values)
          return values
        },
      },
    ]
  }

  private valueAtStart(variable: number): number {
    return this.sight.valueOf(variable, this.cone.representative(variable, 0))
  }

  private flagOf(variable: number | null): Flag | null {
    if (variable === null) return null
    const unset = this.cone.representative(variable, 0)
    const set = this.cone.valuesOf(variable).find((value) => value !== unset) ?? unset
    return { variable, place: this.places.get(variable) ?? null, unset, set }
  }

  private internLeaf(key: string, make: (id: number) => ProjectedLeaf): ProjectedLeaf {
    const node = this.intern(`leaf ${key}`, make)
    if (node.kind !== 'leaf') throw new TypeError('A key of a leaf is that of another node.')
    return node
  }

  private intern(key: string, make: (id: number) => ProjectedNode): ProjectedNode {
    let node = this.nodes.get(key)
    if (node === undefined) {
      node = make(this.nodes.size)
      this.nodes.set(key, node)
    }
    return node
  }
}
