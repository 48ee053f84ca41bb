import { checkDrift } from '../drift/checkDrift.ts'
import type { DriftFinding } from '../drift/driftFinding.ts'
import type { DriftKind } from '../drift/driftKind.ts'
import type { DriftInput } from '../drift/world/scene.ts'
import type { NarrationSettings } from '../prompt/settings/narrationSettings.ts'
import type { Json } from '../json.ts'
import type { Receipt } from '../state/receipt.ts'
import { startState, type StoryState } from '../state/storyState.ts'
import { worldOf } from '../traits/worldOf.ts'
import { loadGamebook } from './loadGamebook.ts'
import { call } from './playCalls.ts'

/** Three rooms, two things, a clock, coins, a locked chest, a secret and two endings. */
export const COTTAGE = loadGamebook(`
title: The Cottage
description: A cottage at the edge of the wood, and an inheritance.
entity_types:
  - name: Plot
    instructions: What it is about.
    traits: [described, {name: graph, node_type_id: Beat}]
    entities:
      - {id: affair, name: The inheritance, description: Aunt Edda has left something., node_ids: [begun, found, burnt]}
  - name: Beat
    traits: [described, graph_node]
    entities:
      - {name: Begun, description: Nothing has been found yet.}
      - {name: Found, description: The chest stands open., ending: {title: The Letters of Aunt Edda, kind: good, text: "The letters smell of lavender, and every one of them begins with your name."}}
      - {name: Burnt, description: Smoke., ending: {title: Nothing but Ashes, kind: bad, text: "By morning only the chimney remembers that anyone has lived here."}}
  - name: Places
    instructions: Describe them.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: cottage
        node_ids: [front_garden, old_kitchen, attic_stair]
        functions: [{target: transition, name: go_to, description: The player goes somewhere.}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Front garden, description: Forty roses and a gate., edges: [old_kitchen]}
      - {name: Old kitchen, description: A stove and a table. A stair goes up., edges: [front_garden, {to: attic_stair, enabled: lamp.held_by == 'player', otherwise: It is too dark up there.}]}
      - {name: Attic stair, description: Nine steps and a door., edges: [old_kitchen]}
  - name: Time
    instructions: The time.
    traits: [described, clock]
    entities: [{id: clock, name: Kitchen clock, description: It ticks., start: "14:00"}]
  - name: Fixture
    instructions: Things that stay.
    traits: [described, container]
    entities:
      - {id: shelf, name: Shelf, description: A shelf., enabled: cottage.current_node_id == 'old_kitchen'}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    entities:
      - {id: lamp, name: Oil lamp, description: A lamp., held_by: shelf}
      - {id: brass_key, name: Brass key, description: A key., held_by: player}
      - {id: tin_box, name: Ruby of Samarkand, description: A red stone wrapped in yellow newspaper., held_by: shelf, secret: true}
  - name: Heir
    instructions: The player.
    traits: [described, container]
    fields:
      coins: {type: integer, default: 3, min: 0, label: Coins, show: text}
      steady_nerve: {type: integer, default: 2, min: 0, max: 4, label: Steady nerve, show: bar}
    entities:
      - name: Player
        description: The heir.
        functions:
          - {target: take, name: take, description: The player takes a thing.}
          - {target: drop, name: put_down, description: The player puts a thing down., args: {to: shelf}}
          - name: force_door
            description: The player forces the door of the attic, or breaks its lock.
            check: {roll: 1d6, at_least: 1}
          - name: force_shutter
            description: The player forces the shutter, or unlocks it.
            check: {roll: 1d6, at_least: 7}
          - {name: ring_bell, description: The player rings the bell., enabled: player.coins > 99, effects: [{state/add: {field: coins, amount: 1}}], otherwise: The bell has no rope.}
`)

export interface Turn {
  readonly calls?: readonly (readonly [name: string, args: Json])[]
  readonly player?: string
  readonly settings?: NarrationSettings
  readonly known?: DriftInput['known']
  /** The author's words for this turn. */
  readonly narrated?: string
}

/** What the check finds in an answer to a turn in the kitchen. */
export function findDrift(
  text: string,
  { calls = [], player = 'I look around.', settings, known, narrated }: Turn = {},
): readonly DriftFinding[] {
  const play = (from: StoryState, name: string, args: Json) => call(worldOf(COTTAGE, from), name, args)
  const arrived = play(startState(3), 'go_to', { to: 'old_kitchen' }).state
  const receipts: Receipt[] = []
  let state = arrived
  for (const [name, args] of calls) {
    const outcome = play(state, name, args)
    state = outcome.state
    receipts.push(...outcome.receipts)
  }
  if (narrated !== undefined) receipts.push(narration(narrated))
  const optional = { ...(settings !== undefined && { settings }), ...(known !== undefined && { known }) }
  return checkDrift({
    gamebook: COTTAGE,
    before: arrived,
    after: state,
    receipts,
    offered: [],
    text,
    player,
    ...optional,
  })
}

const narration = (text: string): Receipt => ({
  action: 'core/narrate',
  by: 'trigger',
  trigger: 'weather',
  args: { text },
  result: 'applied',
  guards: [],
  changes: [],
})

export function kindsIn(text: string, turn: Turn = {}): readonly DriftKind[] {
  return [...new Set(findDrift(text, turn).map(({ kind }) => kind))]
}
