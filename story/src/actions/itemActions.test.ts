import { describe, expect, it } from 'vitest'

import type { Json } from '../json.ts'
import type { Payload } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { harbour, harbourAfter, outcomeOf, verdictOf } from '../testSupport/actionOutcome.ts'

describe('the items', () => {
  const take = (item: Json): Payload => ({ entity_id: 'player', item })

  it('can be taken if they are within reach', () => {
    expect(outcomeOf('item/take', take('rope'), { by: 'tool' })).toEqual({ rope: { held_by: 'player' } })
    expect(outcomeOf('item/take', take('box'), { by: 'tool' })).toEqual({ box: { held_by: 'player' } })
  })

  it.each<[string, Json, World]>([
    ['not-at-hand', 'oar', harbour],
    ['not-at-hand', 'fog', harbour],
    ['no-such-item', 'pearl', harbour],
    ['no-such-item', 'mate', harbour],
    ['no-such-item', 'nothing', harbour],
    ['no-such-item', 3, harbour],
    ['not-at-hand', 'rope', harbourAfter({ rope: { held_by: 'player' } })],
    ['not-at-hand', 'rope', harbourAfter({ rope: { held_by: 'boat' } })],
    ['not-at-hand', 'rope', harbourAfter({ harbour: { current_node_id: 'boat' } })],
    ['not-at-hand', 'coin', harbourAfter({ player: { courage: 0 } })],
    [
      'no-room',
      'rope',
      harbourAfter({ oar: { held_by: 'player' }, coin: { held_by: 'player' }, sack: { held_by: 'player' } }),
    ],
  ])('cannot be taken by a tool: %s, %j', (code, item, world) => {
    expect(outcomeOf('item/take', take(item), { by: 'tool', world })).toBe(code)
  })

  it.each([
    ['is elsewhere', 'oar'],
    ['cannot be carried', 'fog'],
  ])('are refused with a sentence that is true of one that %s', (_, item) => {
    expect(verdictOf('item/take', harbour, take(item), 'tool').refusal).toEqual({
      code: 'not-at-hand',
      reason: 'You cannot take that.',
    })
  })

  it('can be taken from anywhere by an effect', () => {
    expect(outcomeOf('item/take', take('pearl'))).toEqual({ pearl: { held_by: 'player' } })
    expect(outcomeOf('item/take', take('fog'))).toEqual({ fog: { held_by: 'player' } })
  })

  it('are never put into themselves', () => {
    expect(outcomeOf('item/take', { entity_id: 'sack', item: 'sack' })).toBe('inside-itself')
    expect(outcomeOf('item/take', { entity_id: 'box', item: 'sack' })).toBe('inside-itself')
  })

  it("are put down at the player's place", () => {
    const world = harbourAfter({ rope: { held_by: 'player' } })
    expect(outcomeOf('item/drop', take('rope'), { world })).toEqual({ rope: { held_by: 'quay' } })
    expect(outcomeOf('item/drop', { ...take('rope'), to: 'sack' }, { world })).toEqual({ rope: { held_by: 'sack' } })
    expect(outcomeOf('item/drop', { ...take('rope'), to: 'night' }, { world })).toBe('no-place')
    expect(outcomeOf('item/drop', take('coin'), { world })).toBe('not-held')
  })

  it('are given to present, open holders with room', () => {
    const world = harbourAfter({ rope: { held_by: 'player' } })
    const give = (to: Json): Payload => ({ ...take('rope'), to })
    expect(outcomeOf('item/give', give('quay'), { world, by: 'tool' })).toEqual({ rope: { held_by: 'quay' } })
    expect(outcomeOf('item/give', give('mate'), { world, by: 'tool' })).toBe('no-room')
    expect(outcomeOf('item/give', give('boat'), { world, by: 'tool' })).toBe('not-at-hand')
    expect(outcomeOf('item/give', give('boat'), { world })).toEqual({ rope: { held_by: 'boat' } })
    expect(outcomeOf('item/give', give('player'), { world })).toBe('not-at-hand')
    expect(outcomeOf('item/give', give('ghost'), { world, by: 'tool' })).toBe('not-at-hand')
    expect(outcomeOf('item/give', { ...take('coin'), to: 'mate' }, { world })).toBe('not-held')
  })
})
