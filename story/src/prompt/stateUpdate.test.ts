import { describe, expect, it } from 'vitest'

import { callFunction } from '../play/callFunction.ts'
import type { World } from '../state/world.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { WELL } from '../testSupport/well.ts'
import { listActionLines, listActionNews } from './actionLines.ts'
import { buildStateUpdate } from './buildTurnText.ts'

const ignore = (): void => {}
const call = (world: World, name: string, args: Readonly<Record<string, string>> = {}): World => ({
  ...world,
  state: callFunction(world, { function: name, args, by: 'tool' }, ignore).state,
})

describe('what the state says since the last request', () => {
  const start = loadWorld(WELL)

  it('is nothing if nothing has changed', () => {
    expect(buildStateUpdate(start, start, ignore)).toBe('')
  })

  it('is only what is new of an entity that was there', () => {
    expect(buildStateUpdate(start, call(start, 'untie_rope'), ignore)).toBe(
      "### Thing: Rope\n\n- Now: Untied\n  It lies over the player's shoulder.",
    )
  })

  it('is all of an entity that comes into sight, with the instructions of its type', () => {
    const away = call(start, 'go_to', { to: 'chapel' })
    expect(buildStateUpdate(away, call(away, 'go_to', { to: 'square' }), ignore)).toBe(
      '### Places\n\n- Now: Square\n  Cobbles, one lantern, the old well.\n\n' +
        'Things the player can use.\n\n### Thing: Rope\n\nThe rope of the well.\n\n- Now: Tied\n  It is knotted to the winch.\n\n' +
        '### Person: Sexton\n\nWatches the Square.',
    )
  })

  it('has the ending once', () => {
    const untied = call(start, 'untie_rope')
    const ended = call(untied, 'go_to', { to: 'well_shaft' })
    expect(buildStateUpdate(untied, ended, ignore)).toMatch(
      /The story ends with this turn\. Ending: Answered \(good\)\./,
    )
    expect(buildStateUpdate(ended, ended, ignore)).toBe('')
  })
})

describe('the lines of what can be done', () => {
  const PATROL = `
  - name: Patrol
    instructions: A guard.
    traits: [described, {name: graph, node_type_id: Post}]
    entities: [{id: guard, name: Guard, description: A guard., node_ids: [east, west]}]
  - name: Post
    traits: [described, graph_node]
    entities:
      - {name: East, description: East., edges: [{to: west, enabled: false, otherwise: The guard does not walk.}]}
      - {name: West, description: West.}
`

  it('leave out the closed exits of those whom the player does not move', () => {
    expect(
      listActionLines(loadWorld(`${WELL.trimEnd()}${PATROL}`), ignore).filter((line) => line.startsWith('- Closed')),
    ).toEqual(['- Closed: down the well. Nobody gets down there without a rope.'])
  })

  it('have only the refusals that are new, after a call', () => {
    const before = ['- go_to', '  to hall: Hall', '- Not now: fly. No wings.', '- Not now: sing. No voice.']
    expect(listActionNews(before, before)).toBeNull()
    expect(listActionNews(before, ['- go_to', '- Not now: fly. No wings.', '- Not now: sing. Not here.'])).toEqual([
      '- go_to',
      '- Not now: sing. Not here.',
    ])
    expect(listActionNews(before, [])).toEqual([])
  })
})
