import type { Condition } from '../../../expressions/expression.ts'
import type { Gamebook } from '../../../gamebook/gamebook.ts'
import type { StoryState } from '../../../state/storyState.ts'
import { OPENING, type Step } from '../../steps/step.ts'
import type { StoryEvent } from '../../programs/event.ts'
import { isMet, Observer } from './observer.ts'
import { Player } from './player.ts'
import { runWithAllDice, type Rolled } from './rolls.ts'
import { keyOfState } from './stateKey.ts'
import { listArguments, listOpenings, literalsIn } from './values.ts'

export interface BruteForceLimits {
  readonly maxStates: number
  readonly maxCalls: number
}

/** What is true of a gamebook, as far as every call was made in every state. */
export interface Truth {
  /** What can happen, with the fewest calls for it that were found. */
  readonly events: ReadonlyMap<StoryEvent, Happening>
  /** The conditions that were evaluated, by outcome. */
  readonly conditions: Readonly<Record<'true' | 'false', ReadonlyMap<Condition, Happening>>>
  readonly loops: ReadonlyMap<string, Happening>
  /** Those between two calls. */
  readonly states: readonly StoryState[]
  readonly calls: number
  /** Whether these are all states, reached by all arguments and all dice. */
  readonly isWhole: boolean
  /** Whether an ending can be reached from a state in which the story goes on; null if that is open. */
  readonly canEnd: (state: StoryState) => boolean | null
  /** Whether a goal can be met from a state in which the story goes on; null if that is open. */
  readonly canMeet: (goal: number, state: StoryState) => boolean | null
  /** Steps to a state from which no ending can be reached; null if there is none, or it is not known. */
  readonly lockedState: () => readonly Step[] | null
  readonly lostState: (goal: number) => readonly Step[] | null
}

export interface Happening {
  /** The number of calls, without the opening. */
  readonly calls: number
  readonly steps: () => readonly Step[]
}

interface Visit {
  readonly state: StoryState
  readonly parent: number
  readonly step: Step | null
  readonly calls: number
  readonly next: Set<number>
  /** Whether something that can follow was not looked at. */
  isOpen: boolean
}

/** Plays all that can be played, breadth first. */
export function bruteForce(gamebook: Gamebook, source: string, { maxStates, maxCalls }: BruteForceLimits): Truth {
  const visits: Visit[] = []
  const numbers = new Map<string, number>()
  const literals = literalsIn(source)
  const observer = new Observer<Happening>(gamebook, happening(-1, null))
  const player = new Player(gamebook, observer)
  let calls = 0
  let isOpen = false

  observer.noteStart()
  const openings = listOpenings(player.start, literals)
  isOpen ||= !openings.isWhole
  for (const answers of openings.args) {
    const { runs, isWhole } = runWithAllDice((rollDice, rolls) => {
      observer.now = happening(-1, { function: OPENING, args: answers, rolls })
      return player.open(answers, rollDice)
    })
    isOpen ||= !isWhole
    for (const { result, rolls } of runs) {
      const isPlain = Object.keys(answers).length === 0 && rolls.length === 0
      arrive(result, -1, isPlain ? null : { function: OPENING, args: answers, rolls })
    }
  }
  let expanded = 0
  for (; expanded < visits.length && calls < maxCalls; expanded += 1) expand(expanded)
  for (const visit of visits.slice(expanded)) visit.isOpen ||= visit.state.ended === undefined

  return {
    events: observer.events,
    conditions: observer.conditions,
    loops: observer.loops,
    states: visits.map(({ state }) => state),
    calls,
    isWhole: !isOpen && visits.every((visit) => !visit.isOpen),
    ...questions(),
  }

  function expand(index: number): void {
    const visit = visits[index]
    if (visit === undefined || visit.state.ended !== undefined) return
    observer.now = happening(index, null)
    for (const offer of player.offered(visit.state)) {
      const list = listArguments(player.at(visit.state), offer, literals)
      visit.isOpen ||= !list.isWhole
      for (const args of list.args) {
        const step = { function: offer.fn.name, args, rolls: [] }
        const { runs, isWhole } = runWithAllDice((rollDice, rolls) => {
          observer.now = happening(index, { ...step, rolls })
          return player.call(visit.state, step, rollDice)
        })
        visit.isOpen ||= !isWhole
        calls += runs.length
        for (const run of runs) follow(index, step, run)
      }
    }
  }
  function follow(index: number, step: Step, { result, rolls }: Rolled<StoryState | null>): void {
    if (result === null) return
    const number = arrive(result, index, { ...step, rolls })
    const visit = visits[index]
    if (visit === undefined) return
    if (number === null) visit.isOpen = true
    else visit.next.add(number)
  }
  function arrive(state: StoryState, parent: number, step: Step | null): number | null {
    const key = keyOfState(gamebook, state)
    const known = numbers.get(key)
    if (known !== undefined) return known
    observer.now = happening(parent, step)
    observer.noteState(player.at(state))
    if (visits.length >= maxStates) return null
    numbers.set(key, visits.length)
    const before = visits[parent]?.calls
    visits.push({ state, parent, step, calls: before === undefined ? 0 : before + 1, next: new Set(), isOpen: false })
    return visits.length - 1
  }
  /** After `step` in the state with this number, which is -1 before the opening. */
  function happening(parent: number, step: Step | null): Happening {
    const before = visits[parent]?.calls
    return {
      calls: before === undefined ? 0 : before + Number(step !== null),
      steps: () => [...stepsTo(parent), ...(step === null ? [] : [step])],
    }
  }
  function stepsTo(index: number): readonly Step[] {
    const steps: Step[] = []
    for (let visit = visits[index]; visit !== undefined; visit = visits[visit.parent])
      if (visit.step !== null) steps.unshift(visit.step)
    return steps
  }
  function questions(): Pick<Truth, 'canEnd' | 'canMeet' | 'lockedState' | 'lostState'> {
    const previous = visits.map((): number[] => [])
    visits.forEach(({ next }, from) => {
      for (const to of next) previous[to]?.push(from)
    })
    const pathsTo = (isThere: (visit: Visit) => boolean): ReadonlySet<number> => {
      const found = new Set(visits.flatMap((visit, index) => (isThere(visit) ? [index] : [])))
      for (const index of found) for (const from of previous[index] ?? []) found.add(from)
      return found
    }
    const open = pathsTo((visit) => visit.isOpen)
    const ending = pathsTo(({ state }) => state.ended !== undefined)
    const meeting = gamebook.goals.map(({ condition }) => pathsTo(({ state }) => isMet(player.at(state), condition)))
    const judge = (can: ReadonlySet<number> | undefined, state: StoryState): boolean | null => {
      const index = numbers.get(keyOfState(gamebook, state))
      if (index === undefined) return null
      if (can?.has(index) === true) return true
      return open.has(index) ? null : false
    }
    const firstWithout = (can: ReadonlySet<number> | undefined): readonly Step[] | null => {
      const index = visits.findIndex(
        ({ state }, at) => state.ended === undefined && can?.has(at) === false && !open.has(at),
      )
      return index < 0 ? null : stepsTo(index)
    }
    return {
      canEnd: (state) => judge(ending, state),
      canMeet: (goal, state) => judge(meeting[goal], state),
      lockedState: () => firstWithout(ending),
      lostState: (goal) => firstWithout(meeting[goal]),
    }
  }
}
