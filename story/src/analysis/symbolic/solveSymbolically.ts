import type { Cone, ConeNode } from '../cone/cone.ts'
import { findGap } from '../cone/findGap.ts'
import type { ConeState } from '../cone/transitions.ts'
import { runsAfterEnd } from '../programs/program.ts'
import type { Reason } from '../verdict/reason.ts'
import { BackwardRounds } from './backwardRounds.ts'
import { Courses } from './courses.ts'
import { Diagrams, EMPTY, type Diagram } from './diagrams.ts'
import { ForwardRounds } from './forwardRounds.ts'
import { ProgramSets } from './programSets.ts'
import { StateCode } from './stateCode.ts'
import { SymbolicLimit } from './symbolicLimit.ts'

export interface SymbolicLimits {
  readonly maxNodes: number
  readonly maxMilliseconds: number
  /** The milliseconds since the search began. */
  readonly elapsed: () => number
  /** Called from time to time with the number of nodes. The search ends if it returns false. */
  readonly onProgress?: (nodes: number) => boolean
}

/** Everything that can happen in a cone. */
export interface SymbolicSolution {
  readonly states: number
  /** The numbers of the endings that can be reached. */
  readonly endings: ReadonlySet<number>
  /** The positions of the goals that can be met. */
  readonly goals: ReadonlySet<number>
  /** The states in which the story runs and from which no ending can be reached. A reason if they were too many sets. */
  readonly locked: () => StatesFound | Reason
  /** The same for a goal. */
  readonly lost: (goal: number) => StatesFound | Reason
}

export interface StatesFound {
  readonly count: number
  /** Null if there are none. */
  readonly example: ConeState | null
}

/**
 * Explores all states of a cone as decision diagrams. A reason if a limit was reached, a chain of triggers
 * is cut, or the cone has gaps.
 */
export function solveSymbolically(cone: Cone, limits: SymbolicLimits): SymbolicSolution | Reason {
  const gap = findGap(cone)
  if (gap !== undefined) return gap
  return withLimits(() => new SymbolicSearch(cone, limits).solve())
}

/** Runs a function to its own fixpoint at most this often before the next function has its turn. */
const MAX_REPEATS = 64

class SymbolicSearch {
  private readonly cone: Cone
  private readonly code: StateCode
  private readonly diagrams: Diagrams
  private readonly sets: ProgramSets
  private readonly courses: Courses
  private readonly functions: readonly ConeNode[]
  private readonly observers: readonly ConeNode[]
  private reached: Diagram = EMPTY

  constructor(cone: Cone, limits: SymbolicLimits) {
    this.cone = cone
    this.code = new StateCode(cone)
    this.diagrams = new Diagrams(this.code.bits, (nodes, made) => checkLimits(limits, nodes, made))
    this.sets = new ProgramSets(cone, this.diagrams, this.code)
    this.courses = new Courses(cone, this.sets)
    const roots = (afterEnd: boolean): readonly ConeNode[] =>
      cone.programs.flatMap(({ program, root }) => (runsAfterEnd(program) === afterEnd ? [root] : []))
    this.functions = roots(false)
    this.observers = roots(true)
  }

  solve(): SymbolicSolution {
    const forward = new ForwardRounds(this.sets, this.courses)
    this.explore(forward)
    for (const observer of this.observers)
      for (const [leaf] of this.sets.split(observer, this.reached))
        leaf.goals.forEach((goal) => forward.goals.add(goal))
    const { diagrams, code, reached } = this
    const endings = this.cone.endings.map((_, index) => index + 1)
    return {
      states: diagrams.count(reached),
      goals: forward.goals,
      endings: new Set(
        endings.filter((ending) => diagrams.and(reached, diagrams.cube(code.endedWith(ending))) !== EMPTY),
      ),
      locked: () => withLimits(() => this.findLocked()),
      lost: (goal) => withLimits(() => this.findLost(goal)),
    }
  }

  /** Each function in turn, on the states that are new to it, as long as there are any. */
  private explore(forward: ForwardRounds): void {
    const { diagrams, sets } = this
    this.reached = forward.open(this.cone.opening)
    const done = this.functions.map(() => EMPTY)
    for (let isNew = true; isNew;) {
      isNew = false
      for (const [index, root] of this.functions.entries()) {
        for (let repeat = 0; repeat < MAX_REPEATS; repeat += 1) {
          diagrams.collect([this.reached, ...done, ...sets.kept])
          const states = diagrams.and(diagrams.without(this.reached, done[index] ?? EMPTY), sets.running)
          if (states === EMPTY) break
          done[index] = this.reached
          for (const [leaf, before] of sets.split(root, states))
            this.reached = diagrams.or(this.reached, forward.after(leaf, before))
          isNew ||= this.reached !== done[index]
        }
      }
    }
  }

  private findLocked(): StatesFound {
    return this.describe(this.canReach(this.diagrams.without(this.reached, this.sets.running), null))
  }

  private findLost(goal: number): StatesFound {
    const observed = this.observers.map((root) =>
      this.sets.gather(root, (leaf) => (leaf.goals.includes(goal) ? this.reached : EMPTY)),
    )
    return this.describe(
      this.canReach(
        observed.reduce((all, set) => this.diagrams.or(all, set), EMPTY),
        goal,
      ),
    )
  }

  /** The states from which calls lead to some of the states that were reached: each function in turn, as in `explore`. */
  private canReach(states: Diagram, goal: number | null): Diagram {
    const { diagrams, sets } = this
    const running = diagrams.and(this.reached, sets.running)
    let found = states
    const done = this.functions.map(() => EMPTY)
    const isMeeting = this.functions.map(() => goal !== null)
    for (let isNew = true; isNew;) {
      isNew = false
      for (const [index, root] of this.functions.entries()) {
        for (let repeat = 0; repeat < MAX_REPEATS; repeat += 1) {
          diagrams.collect([this.reached, running, found, ...done, ...sets.kept])
          const frontier = diagrams.without(found, done[index] ?? EMPTY)
          const meeting = isMeeting[index] === true ? goal : null
          if (frontier === EMPTY && meeting === null) break
          done[index] = found
          isMeeting[index] = false
          const rounds = new BackwardRounds(sets, this.courses, { states: frontier, goal: meeting })
          const before = sets.gather(root, (leaf) => rounds.before(leaf))
          found = diagrams.or(found, diagrams.and(running, before))
          isNew ||= found !== done[index]
          if (diagrams.without(running, found) === EMPTY) return found
        }
      }
    }
    return found
  }

  /** The running states that are not among those. */
  private describe(good: Diagram): StatesFound {
    const { diagrams } = this
    const rest = diagrams.without(diagrams.and(this.reached, this.sets.running), good)
    const example = rest === EMPTY ? null : this.code.decode(diagrams.member(rest))
    return { count: diagrams.count(rest), example }
  }
}

/** A search whose nodes are replaced this often has no good order of its variables. */
const MAX_REPLACED = 12

function checkLimits(limits: SymbolicLimits, nodes: number, made: number): void {
  if (nodes > limits.maxNodes || made > MAX_REPLACED * limits.maxNodes)
    throw new SymbolicLimit({ kind: 'limit', of: 'nodes', value: nodes })
  const elapsed = limits.elapsed()
  if (elapsed > limits.maxMilliseconds || limits.onProgress?.(nodes) === false)
    throw new SymbolicLimit({ kind: 'limit', of: 'time', value: Math.round(elapsed) })
}

function withLimits<Result>(search: () => Result): Result | Reason {
  try {
    return search()
  } catch (error) {
    if (error instanceof SymbolicLimit) return error.reason
    throw error
  }
}
