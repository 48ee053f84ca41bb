import type { Chance } from './chance.ts'
import type { Part } from './effects.ts'
import { guess, named, typeOf, type Knot } from './knot.ts'

/** Coins without end leave much in doubt, and a story that starts over leads out of what has no exit. */
export function startsOver(chance: Chance): Knot {
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

/** Only a number that was not tried leads out of a dream: the story starts over. */
export function dreamer(chance: Chance): Knot {
  const { description, parameters, condition } = guess(chance)
  const set = (value: boolean): Part => ({ 'state/set': { entity_id: 'dreamer', field: 'asleep', value } })
  return {
    type: typeOf(
      'Dreamer',
      { asleep: 'boolean' },
      {
        ...named('dreamer'),
        description,
        functions: [
          { name: 'fall_asleep', effects: [set(true)] },
          {
            name: 'dream',
            ...(chance.is(0.5) && { enabled: 'dreamer.asleep' }),
            parameters,
            effects: [{ 'core/reset-game': {}, if: condition }],
          },
          ...(chance.is(0.2) ? [{ name: 'wake_up', effects: [set(false)] }] : []),
        ],
      },
    ),
    goal: 'not dreamer.asleep',
  }
}

/** Who sleeps can't try the number that wins, but the story can start over. */
export function sleeper(chance: Chance): Knot {
  const { description, parameters, condition } = guess(chance)
  const set = (field: string, value: boolean): Part => ({ 'state/set': { entity_id: 'sleeper', field, value } })
  const enabled = 'sleeper.awake'
  const lean = (to: 'left' | 'right'): Part => ({
    name: `lean_${to}`,
    enabled,
    effects: [set('left', to === 'left'), set('right', to === 'right')],
  })
  return {
    type: typeOf(
      'Sleeper',
      {
        fresh: { type: 'boolean', default: true },
        awake: 'boolean',
        left: 'boolean',
        right: 'boolean',
        unlocked: 'boolean',
      },
      {
        ...named('sleeper'),
        description,
        functions: [
          { name: 'guess', enabled, parameters, effects: [{ ...set('unlocked', true), if: condition }] },
          lean('left'),
          lean('right'),
          { name: 'fall_asleep', effects: [set('awake', false)] },
          ...(chance.is(0.8) ? [{ name: 'begin_again', effects: [{ 'core/reset-game': {} }] }] : []),
        ],
        triggers: [{ condition: 'sleeper.fresh', effects: [set('fresh', false), set('awake', true)] }],
      },
    ),
    goal: '(sleeper.unlocked or sleeper.left and sleeper.right)',
  }
}
