import type { Reason } from '../verdict/reason.ts'
import { applyLeaf, withFlag } from './applyLeaf.ts'
import type { ProjectedCone } from './projectCone.ts'
import type { Flag, ProjectedLeaf, ProjectedNode, ProjectedState, ProjectedTrigger } from './projectedNode.ts'

/** A state between two calls to which a call can lead, and the goals that are then met for certain. */
export interface ProjectedOutcome {
  readonly state: ProjectedState
  readonly goals: ReadonlySet<number>
}

export interface ProjectedOutcomes {
  readonly outcomes: readonly ProjectedOutcome[]
  /** Whether only dice decide between the outcomes, so each of them is possible. */
  readonly isSure: boolean
}

/** Answers that a condition can have, as a sum. */
const TRUE = 1
const FALSE = 2
const FAILURE = 4

const MAX_ROUNDS = 16
/** The largest number of combinations of due triggers after one call. */
const MAX_CASES = 2 ** 5

/** All conditions as they were when they were last evaluated. */
interface Memory {
  /** The state in which they were evaluated; null if no trigger is on. */
  readonly state: ProjectedState | null
  /** What is known besides: answers by trigger. */
  readonly known: ReadonlyMap<number, number>
}

interface Round {
  readonly state: ProjectedState
  readonly memory: Memory
  readonly woken: readonly number[]
  readonly goals: ReadonlySet<number>
}

/** A round with the triggers that are due in it. */
interface Case {
  readonly state: ProjectedState
  readonly known: ReadonlyMap<number, number>
  readonly due: readonly ProjectedTrigger[]
}

const NO_MEMORY: Memory = { state: null, known: new Map() }

/**
 * What follows from calls in a projection. Where a hidden variable decides, everything is possible: that the effects of
 * a trigger take either branch, that a trigger is due, that it has fired before.
 */
export class ProjectedRounds {
  /** The goals that an evaluation of a condition can have met. */
  readonly goals = new Set<number>()
  /** The hidden variables that decided something, for the questions that ask. */
  doubts: Set<number> | null = null
  /** Why outcomes may be missing. */
  stopped: Reason | null = null
  private readonly cone: ProjectedCone
  private readonly all: readonly number[]
  /** Without a memory of its own, a trigger is never cut off: then only the projection has too many rounds. */
  private readonly canBeCut: boolean
  private isSure = true

  constructor(cone: ProjectedCone) {
    this.cone = cone
    this.canBeCut = cone.triggers.some(({ on }) => on !== null)
    this.all = [...cone.triggers.keys()]
  }

  /** The states after the opening. */
  open(): readonly ProjectedOutcome[] {
    const { opening, start } = this.cone
    const rounds = this.leavesAt(opening, start).flatMap((leaf): readonly Round[] => {
      const goals = new Set(leaf.goals)
      return this.apply(leaf, start).map((state) => ({ state, memory: NO_MEMORY, woken: this.all, goals }))
    })
    return this.settle(rounds)
  }

  /** Whether no hidden variable decides what follows from the opening. */
  isOpeningSure(): boolean {
    this.isSure = true
    this.open()
    return this.isSure
  }

  /** What follows from a leaf of a call. */
  after(leaf: ProjectedLeaf, before: ProjectedState): ProjectedOutcomes {
    this.isSure = true
    const states = this.apply(leaf, leaf.resets ? this.cone.start : before)
    const memory = leaf.resets ? NO_MEMORY : { state: before, known: new Map() }
    const goals = new Set(leaf.goals)
    const outcomes = this.settle(states.map((state) => ({ state, memory, woken: leaf.wakes, goals })))
    return { outcomes, isSure: this.isSure }
  }

  /** The leaves that a state can get to. */
  leavesAt(root: ProjectedNode, state: ProjectedState): readonly ProjectedLeaf[] {
    const leaves: ProjectedLeaf[] = []
    const nodes = new Set([root])
    for (const node of nodes) {
      if (node.kind === 'leaf') leaves.push(node)
      else if (node.kind === 'visible') {
        const kid = node.branches.get(state[node.place] ?? 0)
        if (kid !== undefined) nodes.add(kid)
      } else {
        if (node.kind === 'hidden') this.doubt(node.variable)
        node.kids.forEach((kid) => nodes.add(kid))
      }
    }
    return leaves
  }

  private apply(leaf: ProjectedLeaf, state: ProjectedState): readonly ProjectedState[] {
    const states = applyLeaf(leaf, state)
    if (states.length > 1) {
      this.isSure = false
      for (const { blurred } of leaf.writes) if (blurred !== null) this.doubts?.add(blurred)
    }
    return states
  }

  private doubt(variable: number): void {
    this.isSure = false
    this.doubts?.add(variable)
  }

  private settle(first: readonly Round[]): readonly ProjectedOutcome[] {
    const outcomes = new Map<string, ProjectedOutcome>()
    const known = new Set<string>()
    let rounds = first
    for (let count = 0; rounds.length > 0; count += 1) {
      const next = new Map<string, Round>()
      for (const round of rounds) {
        for (const each of this.casesOf(round)) {
          if (each.due.length === 0) {
            const outcome = { state: each.state, goals: round.goals }
            outcomes.set(keyOfOutcome(outcome), outcome)
          } else if (this.canBeCut && count === MAX_ROUNDS) {
            this.stopped = { kind: 'trigger-limit', triggers: each.due.map(({ id }) => id) }
          } else {
            for (const following of this.perform(each, round)) {
              const key = keyOf(following)
              if (!this.canBeCut && known.has(key)) continue
              known.add(key)
              next.set(key, following)
            }
          }
        }
        if (next.size > MAX_CASES) {
          this.stopped = { kind: 'wide', program: this.cone.triggers.map(({ id }) => id).join(', ') }
          return []
        }
      }
      rounds = [...next.values()]
    }
    return [...outcomes.values()]
  }

  /** What the evaluation of the conditions can lead to. */
  private casesOf({ state, memory, woken }: Round): readonly Case[] {
    let cases: readonly Case[] = [{ state, known: new Map(), due: [] }]
    for (const index of woken) {
      const trigger = this.cone.triggers[index]
      if (trigger === undefined) continue
      const answers = this.answersOf(trigger.condition, state)
      const before = this.memoryOf(index, trigger, memory)
      const fired = this.flagAt(trigger.fired, state)
      cases = cases.flatMap((each) => this.extend(each, index, trigger, { answers, before, fired }))
    }
    if (cases.length > 1) this.isSure = false
    return cases
  }

  /** Each combination of what the condition of a trigger can be, what it was, and whether it has fired. */
  private extend(
    each: Case,
    index: number,
    trigger: ProjectedTrigger,
    { answers, before, fired }: { readonly answers: number; readonly before: number; readonly fired: number },
  ): readonly Case[] {
    const found = new Map<string, Case>()
    for (const answer of [TRUE, FALSE, FAILURE]) {
      if ((answers & answer) === 0) continue
      for (const was of [TRUE, FALSE]) {
        if ((before & was) === 0) continue
        for (const hadFired of [TRUE, FALSE]) {
          if ((fired & hadFired) === 0) continue
          const isDue = answer === TRUE && was === FALSE && hadFired === FALSE
          const now = answer === FAILURE ? was : answer
          const remembered = withFlag(each.state, trigger.on, now === TRUE)
          const state = isDue ? withFlag(remembered, trigger.fired, true) : remembered
          const due = isDue ? [...each.due, trigger] : each.due
          found.set(`${state.join()} ${now} ${isDue}`, { state, known: new Map(each.known).set(index, now), due })
        }
      }
    }
    return [...found.values()]
  }

  private memoryOf(index: number, { condition, on }: ProjectedTrigger, { state, known }: Memory): number {
    if (state === null) return FALSE
    const certain = known.get(index)
    if (certain !== undefined) return certain
    if (on !== null) return this.flagAt(on, state)
    const answers = this.answersOf(condition, state)
    return (answers & TRUE) | ((answers & (FALSE | FAILURE)) === 0 ? 0 : FALSE)
  }

  private flagAt(flag: Flag | null, state: ProjectedState): number {
    if (flag === null) return FALSE
    if (flag.place !== null) return state[flag.place] === flag.unset ? FALSE : TRUE
    this.doubts?.add(flag.variable)
    return TRUE | FALSE
  }

  private answersOf(condition: ProjectedNode, state: ProjectedState): number {
    const { isSure } = this
    let answers = 0
    for (const { answer, goals } of this.leavesAt(condition, state)) {
      goals.forEach((goal) => this.goals.add(goal))
      answers |= answer === null ? FAILURE : answer ? TRUE : FALSE
    }
    this.isSure = isSure
    return answers
  }

  /** The effects of the due triggers, in order. */
  private perform({ state, known, due }: Case, { goals }: Round): readonly Round[] {
    const memory: Memory = { state, known }
    const resets: Round[] = []
    let rounds: readonly Round[] = [{ state, memory, woken: [], goals }]
    for (const effect of due.flatMap(({ effects }) => effects)) {
      const next = new Map<string, Round>()
      for (const round of rounds) {
        for (const leaf of this.leavesAt(effect, round.state)) {
          const met = union(round.goals, leaf.goals)
          if (leaf.resets) {
            for (const after of this.apply(leaf, this.cone.start))
              resets.push({ state: after, memory: NO_MEMORY, woken: this.all, goals: met })
            continue
          }
          const woken = leaf.wakes.length === 0 ? round.woken : mergeWoken(round.woken, leaf.wakes)
          for (const after of this.apply(leaf, round.state)) {
            const following = { state: after, memory, woken, goals: met }
            next.set(keyOf(following), following)
          }
        }
      }
      rounds = [...next.values()]
    }
    return [...rounds, ...resets]
  }
}

function union(goals: ReadonlySet<number>, others: readonly number[]): ReadonlySet<number> {
  return others.every((goal) => goals.has(goal)) ? goals : new Set([...goals, ...others])
}

function mergeWoken(woken: readonly number[], others: readonly number[]): readonly number[] {
  return [...new Set([...woken, ...others])].sort((left, right) => left - right)
}

function keyOfOutcome({ state, goals }: ProjectedOutcome): string {
  return `${state.join()} ${[...goals].sort().join()}`
}

function keyOf({ state, memory, woken, goals }: Round): string {
  const known = [...memory.known].flat().join()
  return `${state.join()} ${memory.state?.join() ?? ''} ${known} ${woken.join()} ${[...goals].sort().join()}`
}
