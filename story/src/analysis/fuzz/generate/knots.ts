import type { Chance } from './chance.ts'
import type { Part } from './effects.ts'

/** A few rules that only make sense together, and what they make of a goal. */
interface Knot {
  readonly type: Part
  readonly goal: string
}

/**
 * A book of knots: rules that random parts rarely form, each about a mistake that a checker can make. It is so small that
 * brute force sees all of it.
 */
export function knottedTree(seed: number, chance: Chance): Part {
  const first = chance.pick(KNOTS)
  const second = chance.pick(KNOTS)
  const knots = first === second || chance.is(0.5) ? [first] : [first, second]
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

const KNOTS: readonly [Make, ...Make[]] = [firesOnce, exactRoll, untriedArgument, refusingBound, trap, startsOver]

type Make = (chance: Chance) => Knot

/** What fires once would have to fire twice. */
function firesOnce(chance: Chance): Knot {
  return {
    type: typeOf(
      'Watch',
      { seen: 'boolean', rounds: { type: 'integer', min: 0, max: 2 } },
      {
        ...named('watch'),
        functions: [{ name: 'look', effects: [{ 'state/toggle': { entity_id: 'watch', field: 'seen' } }] }],
        triggers: [
          {
            id: 'round',
            once: chance.is(0.8),
            condition: 'watch.seen',
            effects: [{ 'state/add': { entity_id: 'watch', field: 'rounds', amount: 1 } }],
          },
        ],
      },
    ),
    goal: `watch.rounds >= ${chance.between(1, 2)}`,
  }
}

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

/** The file has the argument that matters, but not where the argument is compared. */
function untriedArgument(chance: Chance): Knot {
  const key = chance.pick([13, 29, 57])
  const guess = chance.pick([
    `param.number * param.number == ${key * key}`,
    `floor(param.number / 2) * param.number == ${Math.floor(key / 2) * key}`,
    `param.number > 5000`,
  ])
  return {
    type: typeOf(
      'Safe',
      { unlocked: 'boolean' },
      {
        ...named('safe'),
        description: `Number ${key} fits.`,
        functions: [
          {
            name: 'dial',
            parameters: { number: { type: 'integer', min: 0, max: 9999 } },
            effects: [{ 'state/set': { entity_id: 'safe', field: 'unlocked', value: chance.is(0.8) }, if: guess }],
          },
        ],
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

/** Coins without end leave much in doubt, and a story that starts over leads out of what has no exit. */
function startsOver(chance: Chance): Knot {
  const add = (amount: number): Part => ({ 'state/add': { entity_id: 'beggar', field: 'coins', amount } })
  return {
    type: typeOf(
      'Beggar',
      { coins: { type: 'integer', min: 0 }, rich: 'boolean' },
      {
        ...named('beggar'),
        functions: [
          { name: 'beg', effects: [add(1)] },
          {
            name: 'spend',
            enabled: chance.pick(['beggar.coins * beggar.coins == 9', 'beggar.coins > 1']),
            effects: [{ 'state/set': { entity_id: 'beggar', field: 'rich', value: true } }],
          },
          ...(chance.is(0.6) ? [{ name: 'begin_again', effects: [{ 'core/reset-game': {} }] }] : []),
        ],
      },
    ),
    goal: chance.pick(['beggar.rich', 'beggar.coins > 0']),
  }
}

function typeOf(name: string, fields: Part, entity: Part): Part {
  return { name, hidden: true, traits: ['described'], fields, entities: [entity] }
}

function named(id: string): Part {
  return { id, name: id.toUpperCase(), description: 'D.' }
}
