import { describe, expect, it } from 'vitest'

import { startState, type StoryState } from '../state/storyState.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { worldOf } from '../traits/worldOf.ts'
import { runTriggers } from './runTriggers.ts'

/** A counter with these triggers. */
function counter(triggers: string, more = ''): ReturnType<typeof loadGamebook> {
  return loadGamebook(`
title: T
entity_types:
  - name: Counter
    fields: {n: {type: integer, min: -100, max: 100}, done: boolean, log: list}
    triggers: ${triggers}
    entities: [{id: counter}]
${more}`)
}

const ignore = (): void => {}

function settled(gamebook: ReturnType<typeof loadGamebook>, fields: StoryState['entities'][string] = {}) {
  const state = { ...startState(3), ...(Object.keys(fields).length > 0 && { entities: { counter: fields } }) }
  return runTriggers(worldOf(gamebook, state), ignore)
}

describe('triggers', () => {
  it('fire at the first evaluation if they are true from the start', () => {
    const { state, receipts } = settled(
      counter('[{condition: counter.n == 0, effects: [{state/set: {field: done, value: true}}]}]'),
    )
    expect(state.entities).toEqual({ counter: { done: true } })
    expect(state.triggers).toEqual({ 'Counter#0': { on: true, fired: 1 } })
    expect(receipts).toEqual([
      {
        action: 'state/set',
        by: 'trigger',
        trigger: 'Counter#0',
        args: { entity_id: 'counter', field: 'done', value: true },
        result: 'applied',
        guards: [],
        changes: [{ entity: 'counter', field: 'done', before: false, after: true }],
      },
    ])
  })

  it('fire when their condition becomes true, and not while it stays so', () => {
    const gamebook = counter('[{condition: counter.done, effects: [{state/add: {field: n, amount: 1}}]}]')
    const first = settled(gamebook, { done: true })
    expect(first.state.entities['counter']).toEqual({ done: true, n: 1 })
    const again = runTriggers(worldOf(gamebook, first.state), ignore)
    expect(again.state).toBe(first.state)
    const off = runTriggers(worldOf(gamebook, { ...first.state, entities: { counter: { done: false } } }), ignore).state
    expect(off.triggers).toEqual({ 'Counter#0': { on: false, fired: 1 } })
    const on = runTriggers(worldOf(gamebook, { ...off, entities: { counter: { done: true } } }), ignore).state
    expect(on.triggers).toEqual({ 'Counter#0': { on: true, fired: 2 } })
  })

  it('fire once per session if the author says so', () => {
    const gamebook = counter(
      '[{condition: counter.done, once: true, id: first, effects: [{state/add: {field: n, amount: 1}}]}]',
    )
    const triggers = { 'Counter#first': { on: false, fired: 1 } }
    const { state, receipts } = runTriggers(
      worldOf(gamebook, { ...startState(3), triggers, entities: { counter: { done: true } } }),
      ignore,
    )
    expect(receipts).toEqual([])
    expect(state.triggers).toEqual({ 'Counter#first': { on: true, fired: 1 } })
  })

  it('are evaluated on one state, and act in the order of the file', () => {
    const gamebook = counter(`
      - {condition: counter.n == 0, effects: [{state/set: {field: n, value: 1}}, {list/add: {field: log, value: a}}]}
      - {condition: counter.n == 1, effects: [{list/add: {field: log, value: c}}]}
      - {condition: counter.n == 0, effects: [{list/add: {field: log, value: b}}]}`)
    expect(settled(gamebook).state.entities['counter']).toEqual({ n: 1, log: ['a', 'b', 'c'] })
  })

  it('continue if an effect is refused', () => {
    const gamebook = counter(
      '[{condition: true, effects: [{list/remove: {field: log, value: x}}, {state/set: {field: done, value: true}}]}]',
    )
    const { state, receipts } = settled(gamebook)
    expect(receipts.map(({ result, code }) => [result, code])).toEqual([
      ['refused', 'not-in-list'],
      ['applied', undefined],
    ])
    expect(state.entities['counter']).toEqual({ done: true })
  })

  it('undo a roll with a refused effect', () => {
    const gamebook = counter(
      '[{condition: true, effects: [{dice/roll: {roll: 1d6, at_least: 1, on_success: [{state/set: {field: done, value: true}}, {list/remove: {field: log, value: x}}], on_failure: []}}]}]',
    )
    const { state, receipts } = settled(gamebook)
    expect(receipts).toMatchObject([{ action: 'dice/roll', result: 'refused', code: 'not-in-list' }])
    expect(state.entities).toEqual({})
    expect(state.rng).toEqual({ seed: 3, counter: 0 })
  })

  it('stop after 16 rounds of firing each other', () => {
    const gamebook = counter(`
      - {condition: counter.done, effects: [{state/toggle: {field: done}}, {state/add: {field: n, amount: 1}}]}
      - {condition: not counter.done, effects: [{state/toggle: {field: done}}]}`)
    const { state, receipts } = settled(gamebook)
    expect(state.entities['counter']).toEqual({ done: false, n: 8 })
    expect(receipts.at(-1)).toMatchObject({
      by: 'system',
      args: { where: ['Counter#0', 'Counter#1'] },
      result: 'failed',
      code: 'trigger-limit',
    })
    expect(receipts.filter(({ result }) => result === 'failed')).toHaveLength(1)
  })

  it('report a condition that fails once, until it can be evaluated again', () => {
    const gamebook = counter('[{condition: 10 / counter.n > 1, effects: [{state/set: {field: done, value: true}}]}]')
    const failed = settled(gamebook)
    expect(failed.receipts).toMatchObject([{ by: 'system', action: 'core/evaluate', result: 'failed' }])
    expect(failed.state.triggers).toEqual({ 'Counter#0': { on: false, fired: 0, error: 'division-by-zero' } })
    expect(runTriggers(worldOf(gamebook, failed.state), ignore).receipts).toEqual([])
    const mended = runTriggers(worldOf(gamebook, { ...failed.state, entities: { counter: { n: 5 } } }), ignore)
    expect(mended.state.triggers).toEqual({ 'Counter#0': { on: true, fired: 1 } })
  })

  it('start over after a reset, with the dice unchanged', () => {
    const gamebook = counter(
      '[{condition: counter.n == 3, effects: [{core/reset-game: {}}, {state/set: {field: done, value: true}}]}]',
    )
    const { state } = runTriggers(
      worldOf(gamebook, { ...startState(3), entities: { counter: { n: 3 } }, rng: { seed: 3, counter: 9 } }),
      ignore,
    )
    expect(state).toEqual({ ...startState(3), rng: { seed: 3, counter: 9 } })
  })

  it('finish after the story ends', () => {
    const gamebook = counter(
      '[{name: core/end-game, condition: true, args: {reason: Over.}, effects: [{state/set: {field: n, value: 7}}]}, {condition: counter.n == 7, effects: [{state/set: {field: done, value: true}}]}]',
    )
    expect(settled(gamebook).state).toMatchObject({
      ended: { reason: 'Over.' },
      entities: { counter: { n: 7, done: true } },
    })
  })

  it('skip an effect with a false condition, and refuse one with a failing condition', () => {
    const gamebook = counter(
      '[{condition: true, effects: [{action: state/set, args: {field: done, value: true}, if: counter.n > 0}, {action: state/set, args: {field: n, value: 1}, if: 1 / counter.n > 0}]}]',
    )
    const { state, receipts } = settled(gamebook)
    expect(receipts).toMatchObject([{ action: 'state/set', result: 'refused', code: 'expression-error' }])
    expect(state.entities).toEqual({})
  })
})

describe('a secret', () => {
  const secret = (fields: string): ReturnType<typeof loadGamebook> =>
    counter(
      '[{condition: counter.n == 1 and door.revealed, effects: [{state/set: {field: done, value: true}}]}]',
      `  - {name: Door, traits: [described], hidden: true, entities: [{name: Door, description: D, ${fields}}]}`,
    )

  it('is revealed permanently when its condition is first true, before triggers act', () => {
    const { state, receipts } = settled(secret('reveal_when: counter.n == 1'), { n: 1 })
    expect(state.entities).toEqual({ counter: { n: 1, done: true }, door: { revealed: true } })
    expect(state.triggers).toEqual({ 'Counter#0': { on: true, fired: 1 } })
    expect(receipts.map(({ action, trigger }) => [action, trigger])).toEqual([
      ['core/reveal', 'door#reveal_when'],
      ['state/set', 'Counter#0'],
    ])
  })

  it('stays secret until then', () => {
    expect(settled(secret('secret: true'), { n: 1 }).state.entities).toEqual({ counter: { n: 1 } })
    expect(settled(secret('reveal_when: counter.n == 2'), { n: 1 }).state.entities).toEqual({ counter: { n: 1 } })
  })
})
