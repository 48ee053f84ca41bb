import { describe, expect, it } from 'vitest'

import type { Json } from '../json.ts'
import { applyChange } from '../state/change.ts'
import type { Payload } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { harbour, harbourAfter, outcomeOf, verdictOf } from '../testSupport/actionOutcome.ts'

const player = (fields: { readonly [field: string]: Json }): unknown => ({ player: fields })
const of = (field: string, rest: Payload = {}): Payload => ({ entity_id: 'player', field, ...rest })

describe('state/set', () => {
  it.each<[string, Json]>([
    ['courage', 5],
    ['weight', 0.5],
    ['mood', 'angry'],
    ['sworn', true],
    ['sayings', ['no', 1, true]],
    ['friend', 'mate'],
    ['friend', null],
    ['friends', ['mate', 'player']],
    ['purse', 'stolen'],
    ['notes', null],
  ])('writes %s: %j', (field, value) => {
    expect(outcomeOf('state/set', of(field, { value }))).toEqual(player({ [field]: value }))
  })

  it.each<[string, string, Json]>([
    ['wrong-type', 'courage', 2.5],
    ['wrong-type', 'courage', '3'],
    ['out-of-range', 'courage', 6],
    ['out-of-range', 'weight', 1e300],
    ['out-of-range', 'mood', 'happy'],
    ['wrong-type', 'sworn', 1],
    ['wrong-type', 'sayings', [null]],
    ['wrong-type', 'sayings', 'aye'],
    ['out-of-range', 'sayings', Array.from({ length: 1001 }, (_, index) => index)],
    ['wrong-type', 'friend', 'rope'],
    ['wrong-type', 'friend', 'nobody'],
    ['wrong-type', 'friends', ['mate', 'rope']],
    ['wrong-type', 'purse', { deep: 1 }],
    ['wrong-type', 'purse', [[1]]],
    ['out-of-range', 'purse', 'x'.repeat(20_001)],
    ['read-only', 'name', 'You'],
    ['read-only', 'revealed', true],
    ['read-only', 'id', 'me'],
    ['read-only', 'nerve', 3],
    ['no-such-field', 'strength', 3],
    ['no-such-field', '__proto__', 3],
    ['no-such-field', 'constructor', 3],
  ])('is refused with %s for %s: %j', (code, field, value) => {
    expect(outcomeOf('state/set', of(field, { value }))).toBe(code)
  })

  it.each<[string, Payload]>([
    ['no-such-field', { entity_id: 'nobody', field: 'courage', value: 1 }],
    ['no-such-field', { entity_id: 3, field: 'courage', value: 1 }],
    ['no-such-field', { entity_id: 'player', field: ['courage'], value: 1 }],
    ['read-only', { entity_id: 'harbour', field: 'current_node_id', value: 'boat' }],
    ['read-only', { entity_id: 'rope', field: 'held_by', value: 'player' }],
    ['read-only', { entity_id: 'night', field: 'minutes', value: 3 }],
    ['wrong-type', { entity_id: 'player', field: 'courage' }],
  ])('is refused with %s for the payload %j', (code, payload) => {
    expect(outcomeOf('state/set', payload)).toBe(code)
  })
})

describe('state/add', () => {
  it.each<[string, number, number]>([
    ['courage', 1, 3],
    ['courage', 99, 5],
    ['courage', -99, 0],
    ['weight', 0.25, 1.75],
    ['purse', -5, 0],
    ['luck', 2, 3],
  ])('adds to %s %d, which gives %d', (field, amount, sum) => {
    expect(outcomeOf('state/add', of(field, { amount }))).toEqual(player({ [field]: sum }))
  })

  it.each<[string, string, Json]>([
    ['out-of-range', 'luck', 3],
    ['out-of-range', 'luck', -2],
    ['wrong-type', 'courage', 0.5],
    ['wrong-type', 'courage', '1'],
    ['wrong-type', 'mood', 1],
    ['wrong-type', 'weight', null],
    ['out-of-range', 'weight', 1e308],
  ])('is refused with %s for %s: %j', (code, field, amount) => {
    expect(outcomeOf('state/add', of(field, { amount }))).toBe(code)
  })

  it('reports a value that stopped at a bound', () => {
    const verdict = verdictOf('state/add', harbour, of('courage', { amount: 9 }), 'tool')
    expect(verdict.refusal === null && verdict.enact(harbour)).toMatchObject({
      change: { fields: [{ field: 'courage', value: 5, clamped: true }] },
    })
  })

  it('never stores a negative zero', () => {
    const world = harbourAfter({ player: { weight: 0 } })
    expect(outcomeOf('state/set', of('weight', { value: -0 }), { world })).toEqual(player({ weight: 0 }))
  })
})

describe('state/toggle', () => {
  it('negates a boolean', () => {
    expect(outcomeOf('state/toggle', of('sworn'))).toEqual(player({ sworn: true }))
    expect(outcomeOf('state/toggle', of('mood'))).toBe('wrong-type')
  })
})

describe('the lists', () => {
  it('add new elements, and remove existing ones', () => {
    expect(outcomeOf('list/add', of('sayings', { value: 'no' }))).toEqual(player({ sayings: ['aye', 'no'] }))
    expect(outcomeOf('list/add', of('sayings', { value: 'aye' }))).toEqual({})
    expect(outcomeOf('list/remove', of('sayings', { value: 'aye' }))).toEqual(player({ sayings: [] }))
    expect(outcomeOf('list/add', of('friends', { value: 'mate' }))).toEqual(player({ friends: ['mate'] }))
  })

  it.each<[string, string, string, Json]>([
    ['not-in-list', 'list/remove', 'sayings', 'no'],
    ['wrong-type', 'list/add', 'sayings', null],
    ['wrong-type', 'list/add', 'sayings', ['no']],
    ['wrong-type', 'list/add', 'friends', 'rope'],
    ['wrong-type', 'list/add', 'courage', 1],
    ['no-such-field', 'list/add', 'nothing', 1],
  ])('refuse with %s: %s of %s %j', (code, action, field, value) => {
    expect(outcomeOf(action, of(field, { value }))).toBe(code)
  })

  it('hold a thousand elements and no more', () => {
    const world = harbourAfter({ player: { sayings: Array.from({ length: 1000 }, (_, index) => index) } })
    expect(outcomeOf('list/add', of('sayings', { value: 'more' }), { world })).toBe('out-of-range')
    expect(outcomeOf('list/add', of('sayings', { value: 1 }), { world })).toBe(world.state.entities)
  })
})

describe('clock/advance', () => {
  it('moves the clock', () => {
    expect(outcomeOf('clock/advance', { entity_id: 'night', minutes: 45 })).toEqual({ night: { minutes: 45 } })
  })

  it.each<[string, Payload]>([
    ['no-such-clock', { entity_id: 'player', minutes: 5 }],
    ['no-such-clock', { minutes: 5 }],
    ['out-of-range', { entity_id: 'night', minutes: 0 }],
    ['out-of-range', { entity_id: 'night', minutes: 10_081 }],
    ['out-of-range', { entity_id: 'night', minutes: 1.5 }],
    ['out-of-range', { entity_id: 'night', minutes: '5' }],
  ])('is refused with %s for %j', (code, payload) => expect(outcomeOf('clock/advance', payload)).toBe(code))
})

describe('graph/transition', () => {
  const to = (node: Json): Payload => ({ entity_id: 'harbour', to: node })

  it.each<[string, Json]>([
    ['not-in-graph', 'cave'],
    ['not-in-graph', 'rope'],
    ['not-an-edge', 'quay'],
  ])('is refused with %s for a tool: %j', (code, node) => {
    expect(outcomeOf('graph/transition', to(node), { by: 'tool' })).toBe(code)
  })

  it('moves a trigger anywhere, reveals the node and ends the story there', () => {
    const verdict = verdictOf('graph/transition', harbour, to('cave'), 'trigger')
    expect(verdict.refusal).toBeNull()
    if (verdict.refusal !== null) return
    expect(applyChange(harbour.state, verdict.enact(harbour).change)).toMatchObject({
      entities: { harbour: { current_node_id: 'cave' }, cave: { revealed: true } },
      visited: { harbour: ['cave'] },
      ended: { graph: 'harbour', node: 'cave', title: 'The Cave', kind: 'good' },
    })
  })
})

describe('core/*', () => {
  it('reveal permanently', () => {
    expect(outcomeOf('core/reveal', { entity_id: 'ghost' })).toEqual({ ghost: { revealed: true } })
    expect(outcomeOf('core/reveal', { entity_id: 'mate' })).toEqual({})
    expect(outcomeOf('core/reveal', { entity_id: 'nobody' })).toBe('no-such-entity')
  })

  it('end the game once', () => {
    const end = (world: World, reason: Json) => {
      const verdict = verdictOf('core/end-game', world, { reason }, 'trigger')
      return verdict.refusal === null ? applyChange(world.state, verdict.enact(world).change) : expect.unreachable()
    }
    const over = end(harbour, 'Night falls.')
    expect(over.ended).toEqual({ reason: 'Night falls.' })
    expect(end({ ...harbour, state: over }, 'Again.').ended).toEqual({ reason: 'Night falls.' })
    expect(end(harbour, null).ended).toEqual({ reason: null })
  })
})
