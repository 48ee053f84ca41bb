import type { Cone, ConeLeaf, ConeNode, ConeTrigger } from '../cone/cone.ts'
import { leavesOf, testedBy } from '../cone/walkNodes.ts'
import { ALL, EMPTY, type Diagram } from './diagrams.ts'
import type { ProgramSets } from './programSets.ts'

/** What the evaluation of a condition can mean for its trigger. Different states can have the same. */
export interface Alternative {
  readonly states: Diagram
  readonly isDue: boolean
  /** What the trigger remembers, as a cube. */
  readonly memory: Diagram
}

/** One trigger on sets of states. */
export class TriggerSets {
  readonly trigger: ConeTrigger
  /** The states in which its condition counts as true before a call. */
  readonly on: Diagram
  /** After an evaluation, if it was on before; else `whenOff`. One alternative means that nothing follows. */
  readonly whenOn: readonly Alternative[]
  readonly whenOff: readonly Alternative[]
  /** That it has fired, as a cube. */
  readonly fired: Diagram
  /** The states in which an evaluation meets a goal, by its position. */
  readonly goals: ReadonlyMap<number, Diagram>
  private readonly tested: ReadonlySet<number>

  constructor(cone: Cone, trigger: ConeTrigger, sets: ProgramSets) {
    this.trigger = trigger
    const { diagrams } = sets
    const { condition, firedVariable, onVariable } = trigger
    const answering = (answer: boolean | null): Diagram =>
      sets.keep(sets.gather(condition, (leaf) => (leaf.answer === answer ? ALL : EMPTY)))
    const isOneOf = (variable: number | null, set: boolean): Diagram =>
      variable === null ? ALL : flagIs(cone, sets, variable, set)
    const isTrue = answering(true)
    const hasFired = firedVariable === null ? EMPTY : isOneOf(firedVariable, true)
    const due = sets.keep(diagrams.without(isTrue, hasFired))
    this.tested = testedBy(condition)
    this.goals = goalsOf(condition, sets)
    this.fired = isOneOf(firedVariable, true)
    this.on = onVariable === null ? isTrue : isOneOf(onVariable, true)
    if (onVariable === null) {
      this.whenOn = [{ states: ALL, isDue: false, memory: ALL }]
      this.whenOff = [
        { states: due, isDue: true, memory: ALL },
        { states: sets.keep(diagrams.without(ALL, due)), isDue: false, memory: ALL },
      ]
    } else {
      const others: readonly Alternative[] = [
        { states: answering(false), isDue: false, memory: isOneOf(onVariable, false) },
        { states: answering(null), isDue: false, memory: ALL },
      ]
      const stays = { isDue: false, memory: isOneOf(onVariable, true) }
      this.whenOn = [{ states: isTrue, ...stays }, ...others]
      this.whenOff = [
        { states: due, isDue: true, memory: stays.memory },
        { states: sets.keep(diagrams.and(isTrue, hasFired)), ...stays },
        ...others,
      ]
    }
  }

  /** Whether what leaves write can change what follows from its condition. */
  isWokenBy(leaves: readonly ConeLeaf[]): boolean {
    if (this.trigger.onVariable !== null || this.goals.size > 0) return true
    return leaves.some(({ writes }) => writes.some(({ variable }) => this.tested.has(variable)))
  }
}

/** The value of a flag that was written differs from that at the start. */
function flagIs(cone: Cone, sets: ProgramSets, variable: number, isSet: boolean): Diagram {
  const start = cone.representative(variable, 0)
  const values = cone.valuesOf(variable)
  const value = isSet ? values.find((other) => other !== start) : start
  return value === undefined ? EMPTY : sets.valueIs(variable, value)
}

function goalsOf(condition: ConeNode, sets: ProgramSets): ReadonlyMap<number, Diagram> {
  const goals = new Set(leavesOf(condition).flatMap((leaf) => leaf.goals))
  return new Map(
    [...goals].map((goal) => [
      goal,
      sets.keep(sets.gather(condition, (leaf) => (leaf.goals.includes(goal) ? ALL : EMPTY))),
    ]),
  )
}
