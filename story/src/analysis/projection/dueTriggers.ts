import { withFlag } from './applyLeaf.ts'
import type { HiddenChoices } from './hiddenChoices.ts'
import type { Flag, ProjectedNode, ProjectedState, ProjectedTrigger } from './projectedNode.ts'

/** All conditions as they were when they were last evaluated. */
export interface Memory {
  /** The state in which they were evaluated; null if no trigger is on. */
  readonly state: ProjectedState | null
  /** What is known besides: answers by trigger. */
  readonly known: ReadonlyMap<number, number>
}

export const NO_MEMORY: Memory = { state: null, known: new Map() }

/** A state with the triggers that are due in it. */
export interface Case {
  readonly state: ProjectedState
  readonly known: ReadonlyMap<number, number>
  readonly due: readonly ProjectedTrigger[]
}

/** Answers that a condition can have, as a sum. */
const TRUE = 1
const FALSE = 2
const FAILURE = 4

/** What can be due in a state. Where a hidden variable decides, everything is possible: also that a trigger has fired. */
export class DueTriggers {
  /** The goals that an evaluation of a condition can have met. */
  readonly goals = new Set<number>()
  private readonly triggers: readonly ProjectedTrigger[]
  private readonly hidden: HiddenChoices

  constructor(triggers: readonly ProjectedTrigger[], hidden: HiddenChoices) {
    this.triggers = triggers
    this.hidden = hidden
  }

  /** What the evaluation of the conditions of some triggers can lead to. */
  casesOf(state: ProjectedState, memory: Memory, woken: readonly number[]): readonly Case[] {
    let cases: readonly Case[] = [{ state, known: new Map(), due: [] }]
    for (const index of woken) {
      const trigger = this.triggers[index]
      if (trigger === undefined) continue
      const answers = this.answersOf(trigger.condition, state)
      const before = this.memoryOf(index, trigger, memory)
      const fired = this.flagAt(trigger.fired, state)
      cases = cases.flatMap((each) => extend(each, index, trigger, { answers, before, fired }))
    }
    if (cases.length > 1) this.hidden.isSure = false
    return cases
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
    this.hidden.doubts?.add(flag.variable)
    return TRUE | FALSE
  }

  private answersOf(condition: ProjectedNode, state: ProjectedState): number {
    const { isSure } = this.hidden
    let answers = 0
    for (const { answer, goals } of this.hidden.leavesAt(condition, state)) {
      goals.forEach((goal) => this.goals.add(goal))
      answers |= answer === null ? FAILURE : answer ? TRUE : FALSE
    }
    this.hidden.isSure = isSure
    return answers
  }
}

/** Each combination of what the condition of a trigger can be, what it was, and whether it has fired. */
function extend(
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
