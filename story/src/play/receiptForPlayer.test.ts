import { expect, it } from 'vitest'

import type { Receipt } from '../state/receipt.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import type { World } from '../state/world.ts'
import { callFunction } from './callFunction.ts'
import { receiptForPlayer } from './receiptForPlayer.ts'

const CELLAR = `
title: The Cellar
entity_types:
  - name: Person
    instructions: The people.
    traits: [described, container]
    fields: {mood: {type: integer, default: 0, label: Mood}, seen: {type: entities, of: Person}}
    entities:
      - name: Player
        description: You.
        functions:
          - {target: drop, name: drop}
          - {action: item/give, name: give, args: {to: cook}}
          - name: knock
            enabled: ghost.mood == 0 and player.mood < 3
            effects:
              - {state/add: {entity_id: ghost, field: mood, amount: 1}}
              - {state/add: {field: mood, amount: 1}}
              - {state/set: {field: seen, value: [ghost, cook]}}
      - {name: Cook, description: Busy.}
      - {name: Ghost, description: Cold., secret: true}
  - name: Thing
    instructions: The things.
    traits: [described, item]
    entities:
      - {name: Ring, description: Gold., held_by: player, secret: true}
      - {name: Lamp, description: Lit., held_by: player}
`
const world = loadWorld(CELLAR)
const call = (name: string, args: Readonly<Record<string, string>> = {}) =>
  callFunction(world, { function: name, args, by: 'tool' }, () => {})
const knocked = call('knock')
const after: World = { ...world, state: knocked.state }
const onlyReceipt = (receipts: readonly Receipt[]): Receipt => {
  const [receipt, ...others] = receipts
  if (receipt === undefined || others.length > 0) throw new Error('one receipt is expected')
  return receipt
}

it('leaves out the changes, effects, conditions and values that name a hidden entity', () => {
  expect(receiptForPlayer(after, onlyReceipt(knocked.receipts))).toEqual({
    action: 'core/call',
    by: 'tool',
    function: 'knock',
    args: {},
    result: 'applied',
    guards: [],
    changes: [],
    effects: [
      {
        action: 'state/add',
        args: { entity_id: 'player', field: 'mood', amount: 1 },
        changes: [{ entity: 'player', field: 'mood', before: 0, after: 1 }],
      },
      {
        action: 'state/set',
        args: { entity_id: 'player', field: 'seen', value: ['cook'] },
        changes: [{ entity: 'player', field: 'seen', before: [], after: ['cook'] }],
      },
    ],
  })
})

it('keeps the narrations of an effect on a hidden entity', () => {
  const narration = { action: 'core/narrate', args: { text: 'Boo, says the ghost.' }, changes: [] }
  const haunted: Receipt = {
    action: 'core/call',
    by: 'tool',
    args: {},
    result: 'applied',
    guards: [],
    changes: [],
    effects: [{ action: 'talk/ask', args: { entity_id: 'ghost' }, changes: [], effects: [narration] }],
  }
  expect(receiptForPlayer(world, haunted).effects).toEqual([narration])
})

it('is the same receipt once the entity is revealed', () => {
  const revealed: World = {
    ...after,
    state: {
      ...after.state,
      entities: { ...after.state.entities, ghost: { revealed: true }, ring: { revealed: true } },
    },
  }
  const receipt = onlyReceipt(knocked.receipts)
  expect(receiptForPlayer(revealed, receipt)).toBe(receipt)
})

it('leaves out the trigger and the reason that name a hidden entity', () => {
  const receipt: Receipt = {
    action: 'core/evaluate',
    by: 'trigger',
    trigger: 'ghost#reveal_when',
    args: { where: 'ghost#reveal_when' },
    result: 'failed',
    code: 'expression-error',
    reason: '"ghost.mood" has no value. (no-value)',
    guards: [],
    changes: [],
  }
  expect(JSON.stringify(receiptForPlayer(world, receipt))).not.toContain('ghost')
})

it.each(['drop', 'give'])('a call of %s refuses a hidden item as if there were none', (name) => {
  expect(call(name, { item: 'ring' }).result).toEqual(call(name, { item: 'nothing' }).result)
  expect(call(name, { item: 'ring' }).result).toMatchObject({ result: 'refused', code: 'not-held' })
})
