import type { Chance } from './chance.ts'
import type { Part } from './effects.ts'
import { named, typeOf, type Knot } from './knot.ts'

/** What fires once would have to fire twice. */
export function firesOnce(chance: Chance): Knot {
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

/** Who puts out what was lit once can't light it again, whatever is seen of it. */
export function lamp(chance: Chance): Knot {
  const set = (field: string, value: boolean): Part => ({ 'state/set': { entity_id: 'lamp', field, value } })
  const isSeen = chance.pick(['lamp.seen', 'not lamp.seen'])
  return {
    type: typeOf(
      'Lamp',
      { seen: { type: 'boolean', default: isSeen !== 'lamp.seen' }, lit: 'boolean' },
      {
        ...named('lamp'),
        functions: [
          { name: 'blink', effects: [{ 'state/toggle': { entity_id: 'lamp', field: 'seen' } }] },
          { name: 'put_out', effects: [set('lit', false)] },
        ],
        triggers: [{ condition: isSeen, once: chance.is(0.8), effects: [set('lit', true)] }],
      },
    ),
    goal: chance.pick(['lamp.lit', `lamp.lit and ${isSeen}`, `lamp.lit and map.current_node_id == 'a'`]),
  }
}

/** Each knocks over the next one. */
export function dominoes(chance: Chance): Knot {
  const stones = ['first', 'second', 'third', 'fourth'].slice(0, chance.between(3, 4))
  const set = (field: string, value: boolean): Part => ({ 'state/set': { entity_id: 'row', field, value } })
  const last = stones.at(-1) ?? ''
  return {
    type: typeOf('Row', Object.fromEntries(stones.map((stone) => [stone, 'boolean'])), {
      ...named('row'),
      functions: [
        { name: 'push', effects: [set('first', true)] },
        ...(chance.is(0.4) ? [{ name: 'raise', effects: [set(chance.find(stones) ?? last, false)] }] : []),
      ],
      triggers: stones.slice(1).map((stone, index) => ({
        condition: `row.${stones[index]}`,
        once: chance.is(0.3),
        effects: [set(stone, true)],
      })),
    }),
    goal: `row.${last}`,
  }
}

/** Each ends the story, and only one of them is first. */
export function rivals(chance: Chance): Knot {
  const set = (field: string): Part => ({ 'state/set': { entity_id: 'duel', field, value: true } })
  const end = (reason: string): Part => ({ 'core/end-game': { reason } })
  const condition = chance.pick(['duel.begun', "duel.begun and map.current_node_id == 'a'"])
  const shots = [[end('won'), set('cheered')], [end('lost')]]
  return {
    type: typeOf(
      'Duel',
      { begun: 'boolean', cheered: 'boolean' },
      {
        ...named('duel'),
        functions: [{ name: 'begin', effects: [set('begun')] }],
        triggers: (chance.is(0.5) ? shots : shots.toReversed()).map((effects, index) => ({
          condition: index === 0 ? 'duel.begun' : condition,
          effects,
        })),
      },
    ),
    goal: chance.pick(['duel.cheered', 'duel.begun', 'not duel.begun']),
  }
}
