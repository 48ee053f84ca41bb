import type { Reason } from '../verdict/reason.ts'
import { DueTriggers, NO_MEMORY, type Case, type Memory } from './dueTriggers.ts'
import { HiddenChoices } from './hiddenChoices.ts'
import type { ProjectedCone } from './projectCone.ts'
import type { ProjectedLeaf, ProjectedState } from './projectedNode.ts'

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

const MAX_ROUNDS = 16
/** The largest number of combinations of due triggers after one call. */
const MAX_CASES = 2 ** 5

interface Round {
  readonly state: ProjectedState
  readonly memory: Memory
  readonly woken: readonly number[]
  readonly goals: ReadonlySet<number>
}

/**
 * What follows from calls in a projection. Where a hidden variable decides, everything is possible: that the effects of
 * a trigger take either branch, that a trigger is due, that it has fired before.
 */
export class ProjectedRounds {
  /** Why outcomes may be missing. */
  stopped: Reason | null = null
  private readonly cone: ProjectedCone
  private readonly hidden = new HiddenChoices()
  private readonly triggers: DueTriggers
  private readonly all: readonly number[]
  /** Without a memory of its own, a trigger is never cut off: then only the projection has too many rounds. */
  private readonly canBeCut: boolean

  constructor(cone: ProjectedCone) {
    this.cone = cone
    this.triggers = new DueTriggers(cone.triggers, this.hidden)
    this.canBeCut = cone.triggers.some(({ on }) => on !== null)
    this.all = [...cone.triggers.keys()]
  }

  /** The goals that an evaluation of a condition can have met. */
  get goals(): ReadonlySet<number> {
    return this.triggers.goals
  }

  /** The states after the opening. */
  open(): readonly ProjectedOutcome[] {
    const { opening, start } = this.cone
    const rounds = this.hidden.leavesAt(opening, start).flatMap((leaf): readonly Round[] => {
      const goals = new Set(leaf.goals)
      return this.hidden.apply(leaf, start).map((state) => ({ state, memory: NO_MEMORY, woken: this.all, goals }))
    })
    return this.settle(rounds)
  }

  /**
   * Whether no hidden variable decides what follows from the opening.
   * @param doubts gets those that decide something
   */
  isOpeningSure(doubts: Set<number>): boolean {
    this.hidden.begin(doubts)
    this.open()
    this.hidden.doubts = null
    return this.hidden.isSure
  }

  /**
   * What follows from a leaf of a call.
   * @param doubts gets the hidden variables that decide something
   */
  after(leaf: ProjectedLeaf, before: ProjectedState, doubts: Set<number> | null = null): ProjectedOutcomes {
    this.hidden.begin(doubts)
    const states = this.hidden.apply(leaf, leaf.resets ? this.cone.start : before)
    const memory = leaf.resets ? NO_MEMORY : { state: before, known: new Map() }
    const goals = new Set(leaf.goals)
    const outcomes = this.settle(states.map((state) => ({ state, memory, woken: leaf.wakes, goals })))
    this.hidden.doubts = null
    return { outcomes, isSure: this.hidden.isSure }
  }

  private settle(first: readonly Round[]): readonly ProjectedOutcome[] {
    const outcomes = new Map<string, ProjectedOutcome>()
    const known = new Set<string>()
    let rounds = first
    for (let count = 0; rounds.length > 0; count += 1) {
      const next = new Map<string, Round>()
      for (const round of rounds) {
        for (const each of this.triggers.casesOf(round.state, round.memory, round.woken)) {
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

  /** The effects of the due triggers, in order. */
  private perform({ state, known, due }: Case, { goals }: Round): readonly Round[] {
    const memory: Memory = { state, known }
    const resets: Round[] = []
    let rounds: readonly Round[] = [{ state, memory, woken: [], goals }]
    for (const effect of due.flatMap(({ effects }) => effects)) {
      const next = new Map<string, Round>()
      for (const round of rounds) {
        for (const leaf of this.hidden.leavesAt(effect, round.state)) {
          const met = union(round.goals, leaf.goals)
          if (leaf.resets) {
            for (const after of this.hidden.apply(leaf, this.cone.start))
              resets.push({ state: after, memory: NO_MEMORY, woken: this.all, goals: met })
            continue
          }
          const woken = leaf.wakes.length === 0 ? round.woken : mergeWoken(round.woken, leaf.wakes)
          for (const after of this.hidden.apply(leaf, round.state)) {
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
