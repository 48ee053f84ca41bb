import { describe, expect, it } from 'vitest'

import { loadGamebook } from '../../../testSupport/loadGamebook.ts'
import { events } from '../../programs/event.ts'
import { bruteForce } from './bruteForce.ts'
import { playSteps } from './playSteps.ts'

/** A door with a pit beside it: one coin, one roll, one secret number. */
const DOOR = `
title: The Door
goals: [{condition: player.coins > 0}]
invariants: [{condition: player.coins < 2}]
entity_types:
  - name: Places
    hidden: true
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: map, node_ids: [hall, pit, out], functions: [{target: transition, name: go}]}
  - name: Place
    hidden: true
    traits: [described, graph_node]
    entities:
      - {id: hall, name: Hall, description: D., edges: [pit, {to: out, enabled: player.coins > 0}]}
      - {id: pit, name: Pit, description: D.}
      - {id: out, name: Out, description: D., ending: true}
  - name: Person
    hidden: true
    fields: {coins: {type: integer, default: 0, min: 0, max: 1}}
    entities:
      - id: player
        functions:
          - name: search
            check: {roll: 2d2, at_least: 4, on_success: [{state/set: {field: coins, value: 1}}]}
          - name: whisper
            parameters: {word: {type: text, max_length: 10}}
            effects: [{state/set: {field: coins, value: 1}, if: param.word == 'sesame'}]
`
const LIMITS = { maxStates: 1000, maxCalls: 10_000 }

describe('brute force', () => {
  it('finds what can happen, with the fewest calls', () => {
    const { events: found, states } = bruteForce(loadGamebook(DOOR), DOOR, LIMITS)
    expect(states).toHaveLength(5)
    expect(found.get(events.ended('out'))?.calls).toBe(2)
    expect(found.get(events.passedCheck('search'))?.calls).toBe(1)
    expect(found.get(events.metGoal(0))?.calls).toBe(1)
    expect(found.has(events.brokeInvariant(0))).toBe(false)
    expect(found.has(events.usedEdge('map', 'pit', 'hall'))).toBe(false)
  })

  it('plays what it found', () => {
    const gamebook = loadGamebook(DOOR)
    for (const [event, { steps }] of bruteForce(gamebook, DOOR, LIMITS).events)
      expect([...playSteps(gamebook, steps()).observer.events.keys()]).toContain(event)
  })

  it('knows locked states only where every argument was tried', () => {
    const whole = DOOR.slice(0, DOOR.indexOf('          - name: whisper'))
    const truth = bruteForce(loadGamebook(whole), whole, LIMITS)
    expect(truth.isWhole).toBe(true)
    expect(truth.lockedState()?.map(({ args }) => args)).toEqual([{ to: 'pit' }])
    expect(truth.canEnd(playSteps(loadGamebook(whole), []).state)).toBe(true)

    const open = bruteForce(loadGamebook(DOOR), DOOR, LIMITS)
    expect(open.isWhole).toBe(false)
    expect(open.lockedState()).toBeNull()
  })

  it('proves nothing about states that it left out', () => {
    const endless = DOOR.replace(', max: 1', '')
      .replace('state/set: {field: coins, value: 1}}], if', 'narrate: N}], if')
      .replace('state/set: {field: coins, value: 1}', 'state/add: {field: coins, amount: 1}')
    const truth = bruteForce(loadGamebook(endless), endless, { ...LIMITS, maxStates: 20 })
    expect(truth.isWhole).toBe(false)
    expect(truth.lockedState()).toBeNull()
    expect(truth.events.get(events.brokeInvariant(0))?.calls).toBe(2)
  })
})
