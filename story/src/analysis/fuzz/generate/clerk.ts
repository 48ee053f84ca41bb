import type { Chance, Weighted } from './chance.ts'
import type { Part } from './effects.ts'
import type { Plan } from './plan.ts'

/**
 * Somebody with a number and a text without bounds, of which the rest of a book depends little or not at all: not all
 * that follows can be looked at, and the checker has to say of which questions it knows the answer all the same.
 */
export function clerk(chance: Chance, plan: Plan): Part {
  const own = (name: string, effects: readonly Part[], more: Part = {}): Part => ({
    name,
    ...more,
    effects: [...effects],
  })
  const add = (amount: number): Part => ({ 'state/add': { entity_id: 'clerk', field: 'sheets', amount } })
  const word = { parameters: { word: { type: 'text', max_length: 20 } } }
  const note: Part = { 'state/set': { entity_id: 'clerk', field: 'note', value: '=param.word' } }
  return {
    name: 'Clerk',
    hidden: true,
    traits: ['described'],
    fields: { sheets: { type: 'integer', default: 1, min: 0 }, note: { type: 'text', default: 'wary' } },
    entities: [
      {
        id: 'clerk',
        name: 'CLERK',
        description: chance.is(0.4) ? 'Each gets {{ 10 / clerk.sheets }}.' : 'D.',
        ...(chance.is(0.3) && { enabled: '10 / clerk.sheets * clerk.sheets > 3' }),
        functions: [
          ...(chance.is(0.7) ? [own('count_up', [add(chance.pick([1, 2]))])] : []),
          ...(chance.is(0.5) ? [own('count_down', [add(-1)])] : []),
          ...(chance.is(0.7) ? [own('write', [note], word)] : []),
          ...(chance.is(0.7) ? [own('stamp', [{ ...consequence(chance, plan), if: chance.pick(CONDITIONS) }])] : []),
        ],
      },
    ],
  }
}

const CONDITIONS = [
  'clerk.sheets * clerk.sheets == 9',
  'clerk.sheets == 3',
  'clerk.sheets > 4',
  "clerk.note < 'c'",
  "clerk.note == 'sesame'",
] as const

/** What leads back to the rest of the book. */
function consequence(chance: Chance, plan: Plan): Part {
  const flags = plan.flags.map((field): Weighted<Part> => {
    return [2, () => ({ 'state/set': { entity_id: 'player', field, value: chance.is(0.7) } })]
  })
  const made = chance.weigh<Part>([
    ...flags,
    [3, () => ({ 'graph/transition': { entity_id: 'map', to: chance.find(plan.nodes) ?? 'start' } })],
    [0.5, () => ({ 'core/end-game': { reason: 'lost' } })],
    [1, () => ({ 'core/reset-game': {} })],
  ])
  return made ?? { narrate: 'Stamped.' }
}
