import fc from 'fast-check'
import type { Cone } from '../analysis/cone/cone.ts'
import type { ConeState, Transitions } from '../analysis/cone/transitions.ts'
import { goalTest, type SearchGoal } from '../analysis/search/searchGoal.ts'
import type { ConePath } from '../analysis/search/searchTree.ts'
import { bruteForce, textOf, type BruteForce } from './cones/bruteForce.ts'
import { playCone } from './cones/playCone.ts'
import { randomCone } from './cones/randomCone.ts'

export interface RandomTask {
  readonly cone: Cone
  readonly transitions: Transitions
  readonly truth: BruteForce
  readonly goal: SearchGoal
}

const goalKinds = fc.oneof(
  fc.constantFrom<SearchGoal>({ kind: 'event', goal: 0 }, { kind: 'event', goal: 1 }),
  fc.constantFrom(null, 1, 2, 3).map((ending): SearchGoal => ({ kind: 'ending', ending })),
  fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 2 }),
)

/** A small cone and something to look for in it. */
export const randomTask: fc.Arbitrary<RandomTask> = fc
  .tuple(randomCone, goalKinds)
  .map(([cone, kind]) => {
    const transitions = playCone(cone)
    return {
      cone,
      transitions,
      truth: bruteForce(transitions),
      goal: Array.isArray(kind) ? valuesOf(cone, kind) : kind,
    }
  })
  .filter(({ truth }) => !truth.isTooLarge)

function valuesOf(cone: Cone, picks: readonly (readonly [number, number])[]): SearchGoal {
  const values = picks.map(([one, other]): [number, number] => {
    const variable = one % cone.variables.length
    return [variable, other % cone.valuesOf(variable).length]
  })
  return { kind: 'values', values: new Map(values) }
}

/** Whether a state or step of the whole cone meets the goal. */
export function isReachable({ cone, transitions, truth, goal }: RandomTask): boolean {
  const isMet = goalTest(cone, goal)
  return (
    transitions.starts().some(({ state, goals }) => isMet(state, goals)) ||
    [...truth.states.values()].some((state) => meetsNext(transitions, isMet, state))
  )
}

/** The texts of the running states from which the goal can still be met. */
export function canStillMeet({ cone, transitions, truth, goal }: RandomTask): ReadonlySet<string> {
  const isMet = goalTest(cone, goal)
  const can = truth.before((state) => meetsNext(transitions, isMet, state))
  const isRunning = ([, state]: readonly [string, ConeState]): boolean => !transitions.isEnded(state)
  return new Set([...truth.states].filter(isRunning).flatMap(([text]) => (can.has(text) ? [text] : [])))
}

function meetsNext(transitions: Transitions, isMet: ReturnType<typeof goalTest>, state: ConeState): boolean {
  return transitions.stepsFrom(state).some(({ next, goals }) => isMet(next, goals))
}

/** Whether the steps of a path follow one another from a start. */
export function isPlayable(transitions: Transitions, { start, steps }: ConePath): boolean {
  const along = [start, ...steps.map(({ next }) => next)]
  return (
    transitions.starts().some(({ state }) => textOf(state) === textOf(start)) &&
    steps.every(({ next, goals }, index) =>
      transitions
        .stepsFrom(along[index] ?? start)
        .some((step) => textOf(step.next) === textOf(next) && step.goals.join() === goals.join()),
    )
  )
}
