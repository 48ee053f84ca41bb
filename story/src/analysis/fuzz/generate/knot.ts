import type { Chance } from './chance.ts'
import type { Part } from './effects.ts'

/** A few rules that only make sense together, and what they make of a goal. */
export interface Knot {
  readonly type: Part
  readonly goal: string
}

export type MakeKnot = (chance: Chance) => Knot

/** An argument that the file has, but not where the argument is compared. */
export interface Guess {
  /** Has the argument. */
  readonly description: string
  readonly parameters: Part
  readonly condition: string
}

export function guess(chance: Chance): Guess {
  const key = chance.pick([13, 29, 57])
  return {
    description: `Number ${key} fits.`,
    parameters: { number: { type: 'integer', min: 0, max: 9999 } },
    condition: chance.pick([
      `param.number * param.number == ${key * key}`,
      `floor(param.number / 2) * param.number == ${Math.floor(key / 2) * key}`,
      `param.number > 5000`,
    ]),
  }
}

export function typeOf(name: string, fields: Part, entity: Part): Part {
  return { name, hidden: true, traits: ['described'], fields, entities: [entity] }
}

export function named(id: string): Part {
  return { id, name: id.toUpperCase(), description: 'D.' }
}
