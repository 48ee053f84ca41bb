import type { Chance } from './chance.ts'
import type { Part } from './effects.ts'
import { guess, named, typeOf, type Knot, type MakeKnot } from './knot.ts'
import { dreamer, sleeper, startsOver } from './knotsOfResets.ts'
import { dominoes, firesOnce, lamp, rivals } from './knotsOfTriggers.ts'

/**
 * A book of knots: rules that random parts rarely form, each about a mistake that a checker can make. It is so small that
 * brute force sees all of it, or much where numbers have no end: such a knot stays alone.
 */
export function knottedTree(seed: number, chance: Chance): Part {
  const first = chance.pick(KNOTS)
  const second = chance.pick(KNOTS)
  const isAlone = first === second || [first, second].includes(startsOver) || chance.is(0.5)
  const knots = isAlone ? [first] : [first, second]
  const made = knots.map((make) => make(chance))
  const goals = made.map(({ goal }) => goal)
  return {
    title: `Book ${seed}`,
    goals: goals.map((condition) => ({ condition, always: chance.is(0.8) })),
    entity_types: [
      {
        name: 'Map',
        hidden: true,
        traits: [{ name: 'graph', node_type_id: 'Place' }],
        entities: [{ id: 'map', node_ids: ['start', 'a', 'win'], functions: [{ target: 'transition', name: 'go' }] }],
      },
      {
        name: 'Place',
        hidden: true,
        traits: ['described', 'graph_node'],
        entities: [
          { ...named('start'), edges: ['a', { to: 'win', enabled: goals.join(' and ') }] },
          { ...named('a'), edges: chance.is(0.7) ? ['start'] : [] },
          { ...named('win'), ending: true },
        ],
      },
      ...made.map(({ type }) => type),
    ],
  }
}

const KNOTS: readonly [MakeKnot, ...MakeKnot[]] = [
  firesOnce,
  exactRoll,
  untriedArgument,
  refusingBound,
  trap,
  startsOver,
  lamp,
  dominoes,
  rivals,
  dreamer,
  sleeper,
]

/** Only one total in the middle counts. */
function exactRoll(chance: Chance): Knot {
  const total = chance.pick([2, 3, 4])
  return {
    type: typeOf(
      'Gambler',
      { lucky: 'boolean' },
      {
        ...named('gambler'),
        functions: [
          {
            name: 'bet',
            check: {
              roll: chance.pick(['d4', '2d2', '2d3', 'd6']),
              at_least: 1,
              on_success: [
                { 'state/set': { entity_id: 'gambler', field: 'lucky', value: true }, if: `roll.total == ${total}` },
              ],
            },
          },
        ],
      },
    ),
    goal: 'gambler.lucky',
  }
}

/** A number that was not tried opens it. */
function untriedArgument(chance: Chance): Knot {
  const { description, parameters, condition } = guess(chance)
  const unlock: Part = { entity_id: 'safe', field: 'unlocked', value: chance.is(0.8) }
  return {
    type: typeOf(
      'Safe',
      { unlocked: 'boolean' },
      {
        ...named('safe'),
        description,
        functions: [{ name: 'dial', parameters, effects: [{ 'state/set': unlock, if: condition }] }],
      },
    ),
    goal: 'safe.unlocked',
  }
}

/** Who has gathered too much can't build any more. */
function refusingBound(chance: Chance): Knot {
  const add = (amount: number): Part => ({ 'state/add': { entity_id: 'mason', field: 'stones', amount } })
  const bound = chance.is(0.7) ? { on_bound: 'refuse' } : {}
  return {
    type: typeOf(
      'Mason',
      { stones: { type: 'integer', min: 0, max: chance.between(2, 4), ...bound }, built: 'boolean' },
      {
        ...named('mason'),
        functions: [
          { name: 'gather', effects: [add(1)] },
          {
            name: 'build',
            effects: [add(chance.pick([1, 2])), { 'state/set': { entity_id: 'mason', field: 'built', value: true } }],
          },
          ...(chance.is(0.3) ? [{ name: 'spill', effects: [add(-1)] }] : []),
        ],
      },
    ),
    goal: 'mason.built',
  }
}

/** Two acts, harmless alone, spoil a third. */
function trap(chance: Chance): Knot {
  const set = (field: string, value: boolean): Part => ({ 'state/set': { entity_id: 'keeper', field, value } })
  const pull = (name: string, field: string): Part => ({
    name,
    ...(chance.is(0.3) && { enabled: 'not keeper.shut' }),
    effects: [chance.is(0.5) ? { 'state/toggle': { entity_id: 'keeper', field } } : set(field, true)],
  })
  return {
    type: typeOf(
      'Keeper',
      { left: 'boolean', right: 'boolean', shut: 'boolean', done: 'boolean' },
      {
        ...named('keeper'),
        functions: [
          pull('pull_left', 'left'),
          pull('pull_right', 'right'),
          { name: 'enter', enabled: 'not keeper.shut', effects: [set('done', true)] },
        ],
        triggers: [
          {
            condition: chance.pick(['keeper.left and keeper.right', 'keeper.left and not keeper.right', 'keeper.left']),
            once: chance.is(0.3),
            effects: [set('shut', true)],
          },
          ...(chance.is(0.3) ? [{ condition: 'keeper.shut and keeper.right', effects: [set('shut', false)] }] : []),
        ],
      },
    ),
    goal: chance.pick(['keeper.done', 'not keeper.shut', 'keeper.done and not keeper.shut']),
  }
}
