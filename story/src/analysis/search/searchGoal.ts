import type { Cone } from '../cone/cone.ts'
import type { ConeState } from '../cone/transitions.ts'

/** What a search looks for. */
export type SearchGoal =
  /** An event of the question, by its position in `Cone.goals`. */
  | { readonly kind: 'event'; readonly goal: number }
  /** An ending, by its number; any of them if null. */
  | { readonly kind: 'ending'; readonly ending: number | null }
  /** A state between two calls in which the story goes on and variables have these values at once. */
  | { readonly kind: 'values'; readonly values: ReadonlyMap<number, number> }

/** Whether a goal is met by a step to a state, or by the opening that leads to it. */
export type IsMet = (state: ConeState, events: readonly number[]) => boolean

export function goalTest(cone: Cone, goal: SearchGoal): IsMet {
  switch (goal.kind) {
    case 'event':
      return (_, events) => events.includes(goal.goal)
    case 'ending':
      return (state) => (goal.ending === null ? state.at(-1) !== 0 : state.at(-1) === goal.ending)
    case 'values': {
      const places = placesOf(cone, goal.values)
      return (state) => state.at(-1) === 0 && places.every(([position, value]) => state[position] === value)
    }
  }
}

/** The values of a goal by their position in a state. */
export function placesOf(cone: Cone, values: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...values].map(([variable, value]) => {
    const position = cone.variables.indexOf(variable)
    if (position === -1) throw new RangeError(`Variable ${variable} is not in the cone.`)
    return [position, cone.representative(variable, value)]
  })
}
