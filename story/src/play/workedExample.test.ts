import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { buildSystemText } from '../prompt/buildSystemText.ts'
import { buildTools } from '../prompt/buildTools.ts'
import { buildTurnText } from '../prompt/buildTurnText.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { worldOf } from '../traits/worldOf.ts'
import { callFunction } from './callFunction.ts'

/** The worked example of the gamebook format, section 13, byte for byte. */
const yaml = readFileSync(new URL('../testSupport/wellAtMidnight.yaml', import.meta.url), 'utf8')
const start = worldOf(loadGamebook(yaml), startState(2))
const ignore = (): void => {}

const call = (world: World, name: string, args: Readonly<Record<string, string>>) =>
  callFunction(world, { function: name, args, by: 'tool' }, ignore)

const json = (value: unknown): string => JSON.stringify(value)

const WORLD = `# World

## Places

Describe a place when the player reaches it.

## Person

Play these people as they are described.

### Person: Player

The bell ringer's apprentice, too curious to sleep.`

const TURN = `# State of this turn

## Places

- Now: Square
  Cobbles, one lantern, the old well.

## Person

### Person: Player

- Nerve: 2 of 3
- Carries the well rope: no

# What can be done now

- go_to
  to chapel: Chapel
- untie_rope
- Closed: down the well. Nobody gets down there without a rope.`

const GO_TO = (ids: readonly string[]): unknown => ({
  name: 'go_to',
  description: 'The player goes to a neighbouring place.',
  strict: true,
  parameters: {
    type: 'object',
    additionalProperties: false,
    required: ['to'],
    properties: {
      to: {
        type: 'string',
        description: ids.includes('well_shaft')
          ? 'The id of the next node.\nwell_shaft: down the well'
          : 'The id of the next node.',
        enum: ids,
      },
    },
  },
})

const UNTIE_ROPE = {
  name: 'untie_rope',
  description: 'The player tries to untie the rope of the well.',
  strict: true,
  parameters: { type: 'object', additionalProperties: false, required: [], properties: {} },
}

const REFUSED = {
  action: 'graph/transition',
  by: 'tool',
  function: 'go_to',
  args: { entity_id: 'village', to: 'well_shaft' },
  result: 'refused',
  code: 'requires-not-met',
  reason: 'Nobody gets down there without a rope.',
  guards: [{ guard: 'well_shaft.requires', source: 'player.has_rope', holds: false }],
  changes: [],
}

const UNTIED = {
  action: 'core/call',
  by: 'tool',
  function: 'untie_rope',
  args: {},
  result: 'applied',
  guards: [
    {
      guard: 'untie_rope.enabled',
      source: "village.current_node_id == 'square' and not player.has_rope",
      holds: true,
    },
  ],
  roll: { roll: '2d6', dice: [5, 2], add: 2, total: 9, at_least: 8, success: true },
  changes: [],
  effects: [
    {
      action: 'state/set',
      args: { entity_id: 'player', field: 'has_rope', value: true },
      changes: [{ entity: 'player', field: 'has_rope', before: false, after: true }],
    },
  ],
}

describe('the well at midnight', () => {
  it('has this prompt text', () => {
    expect(buildSystemText(start.gamebook).endsWith(WORLD)).toBe(true)
    expect(buildTurnText(start, ignore)).toBe(TURN)
  })

  it('offers these tools at the start', () => {
    expect(json(buildTools(start, ignore))).toBe(json([GO_TO(['chapel']), UNTIE_ROPE]))
  })

  it('refuses the exit down with this receipt', () => {
    const { state, receipts, result } = call(start, 'go_to', { to: 'well_shaft' })
    expect(state).toBe(start.state)
    expect(receipts).toEqual([REFUSED])
    expect(result).toEqual({ result: 'refused', code: REFUSED.code, reason: REFUSED.reason })
  })

  it('rolls these dice, and leads to this state', () => {
    const { state, receipts, result } = call(start, 'untie_rope', {})
    expect(receipts).toEqual([UNTIED])
    expect(result).toEqual({
      result: 'applied',
      check: 'passed',
      changed: ['The check of Nerve: 9 against 8, success', 'Player: Carries the well rope: no → yes'],
    })
    expect(json(state)).toBe(
      '{"version":1,"entities":{"player":{"has_rope":true}},"visited":{},"triggers":{},"rng":{"seed":2,"counter":2}}',
    )
  })

  it('then offers the exit down, which ends the story without tools', () => {
    const untied = { ...start, state: call(start, 'untie_rope', {}).state }
    expect(json(buildTools(untied, ignore))).toBe(json([GO_TO(['chapel', 'well_shaft'])]))
    const down = { ...untied, state: call(untied, 'go_to', { to: 'well_shaft' }).state }
    expect(down.state.ended).toEqual({ graph: 'village', node: 'well_shaft', title: 'Answered', kind: 'good' })
    expect(buildTools(down, ignore)).toEqual([])
    expect(buildTurnText(down, ignore)).toContain('The story ends with this turn. Ending: Answered (good).')
  })
})
