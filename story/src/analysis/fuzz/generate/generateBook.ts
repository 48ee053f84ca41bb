import { stringify } from 'yaml'
import { Chance } from './chance.ts'
import { clerk } from './clerk.ts'
import { Conditions } from './conditions.ts'
import { Effects, type Part } from './effects.ts'
import { Functions } from './functions.ts'
import { knottedTree } from './knots.ts'
import { mixedNumbers, placesOf, planBook } from './plan.ts'
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

const FURTHER = 0x5bd1e995
/** One book in so many is made of knots. */
const EVERY = 2

export function generateTree(seed: number): Part {
  const chance = new Chance(seed)
  if (seed % EVERY === 0) return knottedTree(seed, chance)
  // Its own draws, so the rest of a book is the same with it and without it.
  const further = new Chance(seed ^ FURTHER)
  const planned = planBook(chance)
  const plan = { ...planned, pit: further.is(0.25) ? (further.find(placesOf(planned)) ?? null) : null }
  const hasClerk = further.is(0.15)
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
    entity_types: [
      ...world.graphs(),
      ...world.people(),
      ...world.things(),
      ...world.clocks(),
      ...(hasClerk ? [clerk(further, plan)] : []),
    ],
  }
}
