import { describe, expect, it } from 'vitest'

import { applyChange, NO_CHANGE, writeField, type StateWrite } from './change.ts'
import { parseState } from './parseState.ts'
import { startState, type StoryState } from './storyState.ts'

const start = startState(7)

const apply = (parts: Omit<StateWrite, 'kind' | 'fields'>, state: StoryState = start): StoryState =>
  applyChange(state, { ...NO_CHANGE, ...parts })

describe('a change', () => {
  it('of nothing keeps the state', () => {
    expect(applyChange(start, NO_CHANGE)).toBe(start)
  })

  it('without new parts gives a state of version 1 in the form of version 1', () => {
    const written = applyChange(start, { ...writeField('a', 'x', 1), entered: { graphId: 'g', nodeId: 'n' } })
    const ended = apply({ ended: { reason: null } }, written)
    expect(JSON.stringify(ended)).toBe(
      '{"version":1,"entities":{"a":{"x":1}},"visited":{"g":["n"]},"triggers":{},"rng":{"seed":7,"counter":0},"ended":{"reason":null}}',
    )
  })

  it('stores a count from the second visit', () => {
    const counted = (visits: number) => ({ counted: { graphId: 'g', nodeId: 'n', visits } })
    const once = apply(counted(1))
    expect(once).toEqual(start)
    const again = apply({ counted: { graphId: 'g', nodeId: 'm', visits: 5 } }, apply(counted(2), once))
    expect(again).toEqual({ ...start, version: 2, visits: { g: { n: 2, m: 5 } } })
  })

  it('stores each topic once, in the order of the first time', () => {
    const topics = [
      ['mate', 'tide'],
      ['eel', 'boat'],
      ['mate', 'boat'],
      ['mate', 'tide'],
    ] as const
    const asked = topics.reduce(
      (state, [entityId, topicId]) => apply({ discussed: { entityId, topicId } }, state),
      start,
    )
    expect(asked).toEqual({ ...start, version: 2, discussed: { mate: ['tide', 'boat'], eel: ['boat'] } })
  })

  it('opens, replaces and closes the question, and goes back to version 1', () => {
    const open = apply({ expecting: { entity: 'mate', topic: 'tide' } })
    expect(open).toEqual({ ...start, version: 2, expecting: { entity: 'mate', topic: 'tide' } })
    expect(applyChange(open, writeField('a', 'x', 1)).expecting).toEqual(open.expecting)
    expect(apply({ expecting: { entity: 'eel', topic: 'boat' } }, open).expecting?.entity).toBe('eel')
    expect(JSON.stringify(apply({ expecting: null }, open))).toBe(JSON.stringify(start))
  })

  it('uses the nudge of a turn, and gives it back', () => {
    const nudged = apply({ nudged: true })
    expect(nudged).toEqual({ ...start, version: 2, nudged: true })
    expect(apply({ ended: { reason: null } }, nudged).nudged).toBe(true)
    expect(JSON.stringify(apply({ nudged: false }, nudged))).toBe(JSON.stringify(start))
  })

  it('that starts over loses all parts except the dice and what it keeps', () => {
    const state = apply({ nudged: true, counted: { graphId: 'g', nodeId: 'n', visits: 2 } })
    const rng = { seed: 7, counter: 3 }
    expect(applyChange({ ...state, rng }, { kind: 'reset', kept: {} })).toEqual({ ...start, rng })
    const kept = { hero: { name: 'Ada' } }
    expect(applyChange({ ...state, rng }, { kind: 'reset', kept })).toEqual({ ...start, entities: kept, rng })
  })

  it('is safe with keys of prototypes', () => {
    const counted = { graphId: '__proto__', nodeId: 'constructor', visits: 2 }
    const state = apply({ counted, discussed: { entityId: 'toString', topicId: '__proto__' } })
    expect(JSON.stringify([state.visits, state.discussed])).toBe(
      '[{"__proto__":{"constructor":2}},{"toString":["__proto__"]}]',
    )
  })
})

describe('parseState', () => {
  const parts = {
    visits: { g: { n: 2 } },
    discussed: { mate: ['tide'] },
    expecting: { entity: 'mate', topic: 'tide' },
    nudged: true,
  } as const

  it.each([start, { ...start, version: 2, ...parts }])('reads both versions byte for byte: %j', (state) => {
    expect(JSON.stringify(parseState(JSON.parse(JSON.stringify(state))))).toBe(JSON.stringify(state))
  })

  it('refuses a newer version', () => {
    expect(() => parseState({ ...start, version: 3 })).toThrow(expect.objectContaining({ code: 'state-version' }))
  })

  it.each([
    { visits: { g: { n: 0 } } },
    { visits: { g: { n: -2 } } },
    { visits: [2] },
    { discussed: { mate: 'tide' } },
    { expecting: { entity: 'mate' } },
    { nudged: false },
  ])('refuses what is unreadable: %j', (part) => {
    expect(() => parseState({ ...start, version: 2, ...part })).toThrow(
      expect.objectContaining({ code: 'state-invalid' }),
    )
  })
})
