import { runsAfterEnd } from '../programs/program.ts'
import type { Deadline } from '../verdict/deadline.ts'
import type { Reason } from '../verdict/reason.ts'
import type { Cone } from './cone.ts'
import {
  ConeCompiler,
  forEachLeaf,
  SEVERAL,
  type CompiledLeaf,
  type CompiledNode,
  type CompiledTrigger,
} from './compiledCone.ts'
import { isIdle, PlayerRules } from './playerRules.ts'
import type { ConeStart, ConeState, ConeStep, Transitions } from './transitions.ts'
import { MAX_ROUNDS } from './triggerChains.ts'
import { union } from './union.ts'

export interface ConeTransitions extends Transitions {
  /**
   * Why claims about all states that were asked for may be unknown: the reasons of the cone, without the limit of
   * triggers as long as no chain has reached it.
   */
  readonly reasons: () => readonly Reason[]
}

/** What can happen in a cone, exactly as the engine does it. */
export function createTransitions(cone: Cone): ConeTransitions {
  const system = new ConeSystem(cone)
  return {
    width: system.width,
    starts: () => system.starts(),
    stepsFrom: (state) => system.stepsFrom(state),
    isEnded: (state) => system.isEnded(state),
    reasons: () => (system.wasCut ? cone.reasons : cone.reasons.filter(({ kind }) => kind !== 'trigger-limit')),
  }
}

type Goals = readonly number[]
type Emit = (state: ConeState, goals: Goals) => void

/** What triggers do next. */
interface Round {
  readonly number: number
  readonly state: ConeState
  /** By the position of the trigger: whether its condition was true when it was last evaluated. */
  readonly on: Uint8Array
  /** The triggers whose conditions may have changed, ascending. */
  readonly awake: readonly number[]
  readonly goals: Goals
}

class ConeSystem {
  readonly width: number
  /** Whether the engine would have stopped a chain of triggers. */
  wasCut = false
  private readonly end: number
  private readonly players: PlayerRules
  private readonly observers: PlayerRules
  private readonly opening: CompiledNode
  private readonly triggers: readonly CompiledTrigger[]
  private readonly allTriggers: readonly number[]
  private readonly deadline: Deadline
  /** Those whose conditions don't say what they remember. */
  private readonly remembering: readonly number[]
  private readonly endingGoals: ReadonlySet<number>

  constructor(cone: Cone) {
    const compiler = new ConeCompiler(cone)
    this.deadline = cone.deadline
    const players = cone.programs.map((program) => ({ program, root: compiler.compile(program.root) }))
    this.players = new PlayerRules(players)
    this.observers = new PlayerRules(players.filter(({ program }) => runsAfterEnd(program.program)))
    this.opening = compiler.compile(cone.opening)
    this.triggers = cone.triggers.map((trigger) => compiler.compileTrigger(trigger))
    this.allTriggers = [...this.triggers.keys()]
    this.remembering = this.allTriggers.filter((index) => (this.triggers[index]?.on ?? -1) >= 0)
    this.endingGoals = new Set([...cone.goals.keys()].filter((goal) => cone.goals[goal]?.startsWith('ended ') === true))
    this.end = cone.variables.length
    this.width = this.end + 1
  }

  isEnded(state: ConeState): boolean {
    return state[this.end] !== 0
  }

  starts(): readonly ConeStart[] {
    const starts: ConeStart[] = []
    const [state, on, awake] = [new Int32Array(this.width), this.allOff(), this.allTriggers]
    forEachLeaf(this.opening, state, (leaf) => {
      for (const answered of this.apply(leaf, state)) {
        const round = { number: 0, state: answered, on, awake, goals: leaf.leaf.goals }
        this.settle(round, (settled, goals) => starts.push({ state: settled, goals }))
      }
    })
    return starts
  }

  stepsFrom(state: ConeState): readonly ConeStep[] {
    const steps: ConeStep[] = []
    if (this.isEnded(state)) return this.observe(state)
    let on: Uint8Array | null = null
    for (const { program, root } of this.players.in(state)) {
      forEachLeaf(root, state, (leaf) => {
        const emit: Emit = (next, goals) => {
          if (goals.length > 0 || !isSame(state, next)) steps.push({ program, leaf: leaf.leaf, next, goals })
        }
        if (isIdle(leaf)) {
          if (leaf.leaf.goals.length > 0) emit(state.slice(), leaf.leaf.goals)
          return
        }
        const { resets, goals } = leaf.leaf
        on ??= this.remembered(state)
        const first = { number: 0, on: resets ? this.allOff() : on, awake: this.wokenBy(leaf), goals }
        for (const called of this.apply(leaf, state)) this.settle({ ...first, state: called }, emit)
      })
    }
    return steps
  }

  /** Nothing can be called after an ending, but what is so can be seen. */
  private observe(state: ConeState): readonly ConeStep[] {
    const steps: ConeStep[] = []
    for (const { program, root } of this.observers.in(state)) {
      forEachLeaf(root, state, ({ leaf }) => {
        if (leaf.goals.length > 0) steps.push({ program, leaf, next: state.slice(), goals: leaf.goals })
      })
    }
    return steps
  }

  private settle(first: Round, emit: Emit): void {
    let rounds: readonly Round[] = [first]
    while (rounds.length > 0) rounds = distinct(rounds.flatMap((round) => this.runRound(round, emit)))
  }

  /** All conditions on the same state, then the effects of those that are due. Returns the rounds that may follow. */
  private runRound({ number, state, on, awake, goals }: Round, emit: Emit): readonly Round[] {
    this.deadline.step()
    const nextOn = on.slice()
    const due: CompiledTrigger[] = []
    let met = goals
    for (const index of awake) {
      const trigger = this.triggers[index]
      if (trigger === undefined) continue
      forEachLeaf(trigger.condition, state, ({ leaf }) => {
        met = union(met, leaf.goals)
        if (leaf.answer === null) return
        const isSpent = trigger.fired >= 0 && state[trigger.fired] !== 0
        if (leaf.answer && on[index] === 0 && !isSpent) due.push(trigger)
        nextOn[index] = Number(leaf.answer)
      })
    }
    if (due.length === 0 || number === MAX_ROUNDS) {
      this.wasCut ||= due.length > 0
      this.close(state, due.length === 0 ? nextOn : on, met, emit)
      return []
    }
    const fired = state.slice()
    for (const trigger of due) if (trigger.fired >= 0) fired[trigger.fired] = trigger.firedValue
    const effects = due.flatMap((trigger) => trigger.effects)
    return this.perform(effects, { number: number + 1, state: fired, on: nextOn, awake: this.remembering, goals: met })
  }

  /** A reset ends the round. */
  private perform(effects: readonly CompiledNode[], round: Round): readonly Round[] {
    const ended: Round[] = []
    let running: readonly Round[] = [round]
    for (const effect of effects) {
      const after: Round[] = []
      for (const before of running) {
        forEachLeaf(effect, before.state, (leaf) => {
          const goals = this.goalsOf(leaf, before)
          for (const state of this.apply(leaf, before.state)) {
            if (leaf.leaf.resets) ended.push(this.startOver(before, state, goals))
            else after.push({ ...before, state, awake: union(before.awake, leaf.wakes), goals })
          }
        })
      }
      running = distinct(after)
    }
    return [...ended, ...running]
  }

  /** An ending from which the story starts over at once is none. */
  private startOver(before: Round, state: ConeState, met: Goals): Round {
    const goals = met.filter((goal) => !this.endingGoals.has(goal))
    return { ...before, state, on: this.allOff(), awake: this.allTriggers, goals }
  }

  private goalsOf({ leaf }: CompiledLeaf, { state, goals }: Round): Goals {
    const isLate = leaf.goals.length > 0 && this.isEnded(state)
    return union(goals, isLate ? leaf.goals.filter((goal) => !this.endingGoals.has(goal)) : leaf.goals)
  }

  /** What follows when nothing is due any more. */
  private close(state: ConeState, on: Uint8Array, goals: Goals, emit: Emit): void {
    const settled = state.slice()
    for (const index of this.remembering) {
      const trigger = this.triggers[index]
      if (trigger !== undefined) settled[trigger.on] = on[index] === 1 ? trigger.onValue : 0
    }
    emit(settled, goals)
  }

  private apply({ leaf, writes }: CompiledLeaf, state: ConeState): readonly ConeState[] {
    let after = [leaf.resets ? new Int32Array(this.width) : state.slice()]
    for (const { place, valueAfter, valuesAfter } of writes) {
      after = after.flatMap((next) => {
        const before = next[place] ?? 0
        const only = valueAfter(before)
        if (only === SEVERAL) return valuesAfter(before).map((value) => next.with(place, value))
        next[place] = only
        return [next]
      })
    }
    if (leaf.ended !== 0) for (const next of after) if (next[this.end] === 0) next[this.end] = leaf.ended
    return after
  }

  /** Whether the condition of each trigger was true in a state between two calls. */
  private remembered(state: ConeState): Uint8Array {
    const on = this.allOff()
    this.triggers.forEach((trigger, index) => {
      if (trigger.on >= 0) on[index] = Number(state[trigger.on] !== 0)
      else forEachLeaf(trigger.condition, state, ({ leaf }) => (on[index] = Number(leaf.answer === true)))
    })
    return on
  }

  private wokenBy({ leaf, wakes }: CompiledLeaf): readonly number[] {
    return leaf.resets ? this.allTriggers : union(this.remembering, wakes)
  }

  private allOff(): Uint8Array {
    return new Uint8Array(this.triggers.length)
  }
}

function distinct(rounds: readonly Round[]): readonly Round[] {
  if (rounds.length < 2) return rounds
  const textOf = ({ state, on, awake, goals }: Round): string => [state, on, awake, goals].join(' ')
  return [...new Map(rounds.map((round) => [textOf(round), round])).values()]
}

function isSame(one: ConeState, other: ConeState): boolean {
  return one.every((value, place) => value === other[place])
}
