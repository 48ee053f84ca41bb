import { describe, expect, it } from 'vitest'

import type { Json } from '../json.ts'
import { buildTools } from '../prompt/buildTools.ts'
import { viewStory } from '../prompt/viewStory.ts'
import type { World } from '../state/world.ts'
import { FERRY } from '../testSupport/ferry.ts'
import { loadGamebook, loadWorld } from '../testSupport/loadGamebook.ts'
import { after, call, codeOf, ignore, withState } from '../testSupport/playCalls.ts'
import type { CallOutcome } from './callFunction.ts'
import { endTurn } from './endTurn.ts'

const ferry = loadWorld(FERRY)

describe('a nudge', () => {
  const nudge = (world: World, field: Json, by: Json = 1, because: Json = 'she stood tall'): CallOutcome =>
    call(world, 'nudge', { field, by, because })

  it('changes a field by one and says why', () => {
    const { receipts, state, result } = nudge(ferry, 'player.nerve')
    expect(receipts).toEqual([
      {
        action: 'state/add',
        by: 'tool',
        function: 'nudge',
        args: { entity_id: 'player', field: 'nerve', amount: 1, because: 'she stood tall' },
        result: 'applied',
        guards: [],
        changes: [{ entity: 'player', field: 'nerve', before: 2, after: 3 }],
      },
    ])
    expect(result).toEqual({ result: 'applied', changed: ['Nerve of Player: 2 → 3'] })
    expect(state).toMatchObject({ version: 2, nudged: true })
  })

  it('happens once in a turn', () => {
    const nudged = after(ferry, ['nudge', { field: 'player.nerve', by: -1, because: '' }])
    expect(codeOf(nudge(nudged, 'player.nerve'))).toBe('not-enabled')
    expect(buildTools(nudged, ignore).map(({ name }) => name)).not.toContain('nudge')
    const next = { ...nudged, state: endTurn(nudged, ignore).state }
    expect(next.state).toMatchObject({ version: 1 })
    expect(codeOf(nudge(next, 'player.nerve'))).toBe('applied')
  })

  it.each([
    ['clamps', 'player.nerve', { player: { nerve: 3 } }],
    ['refuses', 'captain.mood', { captain: { mood: 2, revealed: true } }],
  ])('is refused at a limit of a field that %s', (_, field, entities) => {
    const atLimit = withState(ferry, { entities })
    const outcome = nudge(atLimit, field)
    expect(codeOf(outcome)).toBe('out-of-range')
    expect(outcome.state).toBe(atLimit.state)
    expect(codeOf(nudge(atLimit, field, -1))).toBe('applied')
  })

  it.each([
    ['player.mood', 1, ''],
    ['captain.mood', 1, ''],
    ['player', 1, ''],
    ['__proto__', 1, ''],
    [null, 1, ''],
    [['player.nerve'], 1, ''],
    ['player.nerve', 2, ''],
    ['player.nerve', 0, ''],
    ['player.nerve', '1', ''],
    ['player.nerve', 1.5, ''],
    ['player.nerve', null, ''],
    ['player.nerve', 1, 'x'.repeat(201)],
    ['player.nerve', 1, null],
    ['player.nerve', 1, { text: 'so' }],
  ])('is refused for arguments that do not fit: %j %j %j', (field, by, because) => {
    expect(codeOf(nudge(ferry, field, by, because))).toBe('bad-arguments')
  })

  it('is a tool with the fields of visible entities', () => {
    const tool = buildTools(ferry, ignore).find(({ name }) => name === 'nudge')
    expect(tool?.parameters.properties).toMatchObject({
      field: { type: 'string', enum: ['player.nerve'], description: 'The value that changes.\nplayer.nerve: Nerve' },
      by: { type: 'integer', enum: [-1, 1] },
      because: { type: 'string' },
    })
  })

  it('is not offered to players', () => {
    expect(viewStory(ferry, ignore).functions.map(({ name }) => name)).toEqual(['go_to', 'ask'])
  })

  it('is offered only in gamebooks that name fields', () => {
    const gamebook = loadGamebook(FERRY.replace(/improvisation: .*/, 'improvisation: flavor'))
    expect(gamebook.functions.map(({ name }) => name)).toEqual(['go_to', 'ask'])
  })
})
