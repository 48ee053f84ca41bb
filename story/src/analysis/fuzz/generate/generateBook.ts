import { stringify } from 'yaml'
import { Chance } from './chance.ts'
import { Conditions } from './conditions.ts'
import { Effects, type Part } from './effects.ts'
import { Functions } from './functions.ts'
import { mixedNumbers, planBook } from './plan.ts'
import { WorldWriter } from './world.ts'

/**
 * A small gamebook whose parts meet each other at random: the same for the same seed. Nearly all of these are without
 * errors, and nearly all have fewer than a few thousand states.
 */
export function generateBook(seed: number): string {
  return writeBook(generateTree(seed))
}

export function writeBook(book: Part): string {
  return stringify(book, { lineWidth: 0, aliasDuplicateObjects: false })
}

export function generateTree(seed: number): Part {
  const chance = new Chance(seed)
  const plan = planBook(chance)
  const conditions = new Conditions(chance, plan)
  const effects = new Effects(chance, plan, conditions)
  const world = new WorldWriter(chance, plan, conditions, effects, new Functions(chance, plan, conditions, effects))
  const nudged = mixedNumbers(plan).find(({ max }) => max !== null)
  const rule = (more: Part): Part => ({ condition: conditions.condition(), ...more })
  return {
    title: `Book ${seed}`,
    ...(plan.nudges && nudged !== undefined && { improvisation: { fields: [`player.${nudged.name}`] } }),
    ...(chance.is(0.4) && { invariants: [rule({})] }),
    goals: chance.list(chance.pick([0, 1, 1, 2]), () => rule({ always: chance.is(0.5) })),
    entity_types: [...world.graphs(), ...world.people(), ...world.things(), ...world.clocks()],
  }
}
