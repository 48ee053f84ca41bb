import { IntList } from '../search/intList.ts'
import { limitReached, statesReached, type SearchLimits } from '../search/searchLimits.ts'
import { StateSet } from '../search/stateSet.ts'
import type { Reason } from '../verdict/reason.ts'
import { AndOrGraph, TRUE_NODE } from './andOrGraph.ts'
import type { ProjectedCone } from './projectCone.ts'
import type { ProjectedLeaf, ProjectedNode, ProjectedState } from './projectedNode.ts'
import { ProjectedRounds } from './projectedRounds.ts'

/** What play should be able to come to. */
export type Target = { readonly kind: 'ending' } | { readonly kind: 'goal'; readonly goal: number }

/** All states of a projection. Each real state looks like one of them. */
export interface ProjectedExploration {
  readonly cone: ProjectedCone
  readonly rounds: ProjectedRounds
  readonly states: StateSet
  /** The state before each; -1 at the start. */
  readonly parents: IntList
  /** The numbers of endings that something can come to; no other can be reached. */
  readonly endings: ReadonlySet<number>
  readonly goals: ReadonlySet<number>
  /** Whether the story runs in a state. */
  readonly isRunning: (state: number) => boolean
  /** Whether from every real state that looks like this one, the target can be reached. */
  readonly canReach: (state: number) => boolean
  /** Whether the target may be reached from it; if not, then from no real state that looks like it. */
  readonly mayReach: (state: number) => boolean
  /** Why states are missing; null if there are none. Then nothing else here counts. */
  readonly stopped: Reason | null
}

/** Calls from which nothing follows, or nothing new. */
const USELESS = -1

export function exploreProjection(cone: ProjectedCone, target: Target, limits: SearchLimits): ProjectedExploration {
  return new Explorer(cone, target, limits).explore()
}

class Explorer {
  private readonly cone: ProjectedCone
  private readonly target: Target
  private readonly limits: SearchLimits
  private readonly rounds: ProjectedRounds
  private readonly states: StateSet
  private readonly parents = new IntList()
  private readonly graph = new AndOrGraph()
  /** The node of each state: that the target can be reached from it. */
  private readonly nodes = new IntList()
  private readonly from = new IntList()
  private readonly to = new IntList()
  /** States in which the target may be reached at once. */
  private readonly near = new Set<number>()
  private readonly endings = new Set<number>()
  private readonly goals = new Set<number>()
  private stopped: Reason | null = null

  constructor(cone: ProjectedCone, target: Target, limits: SearchLimits) {
    this.cone = cone
    this.target = target
    this.limits = limits
    this.rounds = new ProjectedRounds(cone)
    this.states = new StateSet(cone.variables.length + 1, limits.maxStates, limits.maxBytes)
  }

  explore(): ProjectedExploration {
    for (const { state, goals } of this.rounds.open()) {
      this.arrive(state, -1)
      goals.forEach((goal) => this.goals.add(goal))
    }
    this.stopped ??= this.rounds.stopped
    for (let state = 0; state < this.states.size && this.stopped === null; state += 1) {
      this.expand(state)
      this.stopped ??= this.rounds.stopped ?? limitReached(this.limits, this.states.size, this.bytes)
    }
    this.graph.conclude()
    const mayReach = this.findMayReach()
    this.rounds.goals.forEach((goal) => this.goals.add(goal))
    return {
      cone: this.cone,
      rounds: this.rounds,
      states: this.states,
      parents: this.parents,
      endings: this.endings,
      goals: this.goals,
      isRunning: (state) => this.endingOf(state) === 0,
      canReach: (state) => this.graph.isTrue(this.nodes.at(state)),
      mayReach: (state) => mayReach[state] === 1,
      stopped: this.stopped,
    }
  }

  private get bytes(): number {
    return this.states.bytes + this.from.bytes + this.to.bytes + this.graph.bytes
  }

  private endingOf(state: number): number {
    return this.states.get(state).at(-1) ?? 0
  }

  /** The number of a state, which may be new; -1 if there is no room for it. */
  private arrive(state: ProjectedState, parent: number): number {
    const size = this.states.size
    const number = this.states.add(state)
    if (number === -1) this.stopped = statesReached(size)
    if (number !== size || number === -1) return number
    this.parents.push(parent)
    const node = this.graph.addNode(1)
    this.nodes.push(node)
    const ending = this.endingOf(number)
    if (ending !== 0) {
      this.endings.add(ending)
      if (this.target.kind === 'ending') {
        this.near.add(number)
        this.graph.markTrue(node)
      }
    }
    return number
  }

  private expand(state: number): void {
    const values = this.states.get(state).slice()
    const functions = this.endingOf(state) === 0 ? this.cone.functions : []
    const claims = [
      ...functions.map((root) => this.visit(root, values, (leaf) => this.call(leaf, state, values))),
      ...this.cone.observers.map((root) => this.visit(root, values, (leaf) => this.observe(leaf, state))),
    ]
    const claim = this.some(claims)
    if (claim === TRUE_NODE) this.graph.markTrue(this.nodes.at(state))
    else if (claim !== USELESS) this.graph.link(claim, this.nodes.at(state))
  }

  /** The claim that a rule leads to the target: by some of its choices, whatever hidden variables decide. */
  private visit(root: ProjectedNode, values: ProjectedState, atLeaf: (leaf: ProjectedLeaf) => number): number {
    const claims = new Map<ProjectedNode, number>()
    const visit = (node: ProjectedNode): number => {
      this.cone.deadline.step()
      const known = claims.get(node)
      if (known !== undefined) return known
      const claim = claimOf(node)
      claims.set(node, claim)
      return claim
    }
    const claimOf = (node: ProjectedNode): number => {
      switch (node.kind) {
        case 'leaf':
          return atLeaf(node)
        case 'choice':
          return this.some(node.kids.map(visit))
        case 'hidden':
          return this.every(node.kids.map(visit))
        case 'visible': {
          const kid = node.branches.get(values[node.place] ?? 0)
          return kid === undefined ? USELESS : visit(kid)
        }
      }
    }
    return visit(root)
  }

  private observe({ goals }: ProjectedLeaf, state: number): number {
    goals.forEach((goal) => this.goals.add(goal))
    if (!this.isTarget(goals)) return USELESS
    this.near.add(state)
    return TRUE_NODE
  }

  private call(leaf: ProjectedLeaf, state: number, values: ProjectedState): number {
    if (leaf.isIdle) return this.observe(leaf, state)
    const { outcomes, isSure } = this.rounds.after(leaf, values)
    const claims = outcomes.map((outcome) => {
      const reached = this.arrive(outcome.state, state)
      outcome.goals.forEach((goal) => this.goals.add(goal))
      if (reached !== state && reached !== -1) {
        this.from.push(state)
        this.to.push(reached)
      }
      if (this.isTarget([...outcome.goals])) {
        this.near.add(state)
        return TRUE_NODE
      }
      return reached === state || reached === -1 ? USELESS : this.nodes.at(reached)
    })
    return isSure ? this.some(claims) : this.every(claims)
  }

  private isTarget(goals: readonly number[]): boolean {
    return this.target.kind === 'goal' && goals.includes(this.target.goal)
  }

  private some(claims: readonly number[]): number {
    const useful = new Set(claims.filter((claim) => claim !== USELESS))
    return useful.has(TRUE_NODE) ? TRUE_NODE : this.join(useful, 1)
  }

  private every(claims: readonly number[]): number {
    if (claims.length === 0 || claims.includes(USELESS)) return USELESS
    const open = new Set(claims.filter((claim) => claim !== TRUE_NODE))
    return open.size === 0 ? TRUE_NODE : this.join(open, open.size)
  }

  private join(claims: ReadonlySet<number>, needed: number): number {
    const [first] = claims
    if (first === undefined) return USELESS
    if (claims.size === 1) return first
    const node = this.graph.addNode(needed)
    for (const claim of claims) this.graph.link(claim, node)
    return node
  }

  private findMayReach(): Uint8Array {
    const sources = Array.from({ length: this.states.size }, (): number[] => [])
    const to = this.to.asArray()
    this.from.asArray().forEach((state, edge) => sources[to[edge] ?? 0]?.push(state))
    const mayReach = new Uint8Array(this.states.size)
    const pending = [...this.near]
    for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
      if (mayReach[state] === 1) continue
      mayReach[state] = 1
      pending.push(...(sources[state] ?? []))
    }
    return mayReach
  }
}
