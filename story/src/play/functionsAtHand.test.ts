import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Coverage } from '../analysis/randomPlay/coverage.ts'
import { playRun } from '../analysis/randomPlay/playRun.ts'
import { replay } from '../analysis/steps/replay.ts'
import type { Condition } from '../expressions/expression.ts'
import type { StoryState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { loadGamebook, loadWorld } from '../testSupport/loadGamebook.ts'
import { worldOf } from '../traits/worldOf.ts'
import { functionsAtHand } from './functionsAtHand.ts'
import { offeredFunctions, offerFunction } from './offeredFunctions.ts'

const GUARDS = `
title: Guards
entity_types:
  - name: Places
    instructions: Tell of the places.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: house
        node_ids: [hall, attic, cellar]
        functions:
          - {target: transition, name: go_to}
          - {name: light, enabled: house.current_node_id == 'cellar', effects: [{state/toggle: {entity_id: player, field: lit}}]}
          - {name: read, action: sound/read, enabled: house.current_node_id == 'cellar' and player.lit}
          - {name: sleep, enabled: "house.current_node_id in ['attic', 'hall'] and 1 / (player.rests - 6) < 1", effects: [{state/set: {entity_id: player, field: rests, value: 1}}]}
          - {name: listen, action: sound/listen, enabled: [house.current_node_id == 'attic', not player.lit, 1 / (player.rests - 6) < 1]}
          - {name: fail, action: sound/fail, enabled: 1 / (player.rests - 6) < 1 and house.current_node_id == 'hall'}
          - {name: shout, action: sound/shout, enabled: "house.current_node_id != 'hall' and house.current_node_id not in ['attic']"}
          - {name: whisper, enabled: house.current_node_id == 'hall' or player.lit, effects: [{state/add: {entity_id: player, field: rests, amount: 1}}]}
          - {name: hum, action: sound/hum, enabled: 'house.current_node_id == mood.current_node_id'}
          - {name: cheer_up, target: transition, enabled: mood.current_node_id == 'grim', args: {entity_id: mood}}
          - {name: despair, enabled: "house.current_node_id == 'cellar'", effects: [{graph/transition: {entity_id: mood, to: grim}}]}
          - {name: haunt, action: sound/haunt, enabled: "ghost.place == 'cellar'"}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Hall, description: High., edges: [attic, cellar]}
      - {name: Attic, description: Dusty., edges: [hall]}
      - {name: Cellar, description: Dark., edges: [hall, attic]}
  - name: Moods
    instructions: Show the mood.
    traits: [{name: graph, node_type_id: Mood}]
    entities: [{id: mood, node_ids: [calm, grim]}]
  - name: Mood
    traits: [described, graph_node]
    entities:
      - {name: Calm, description: Calm., edges: [grim]}
      - {name: Grim, description: Grim., edges: [calm]}
  - name: Person
    instructions: Play them.
    traits: [described]
    fields: {lit: boolean, rests: {type: integer, default: 0, max: 9}, place: {type: text, default: "=house.current_node_id"}}
    entities:
      - {name: Player, id: player, description: You.}
      - {name: Ghost, id: ghost, description: Cold.}
`
const GAMEBOOKS = new URL('../../../gamebooks/example/', import.meta.url)
const shipped = readdirSync(GAMEBOOKS).map((name): [string, string] => {
  return [name, readFileSync(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8')]
})

it.each([['guards', GUARDS], ...shipped])(
  'leaves out only functions whose guards are false without a failure: %s',
  (_, source) => {
    const gamebook = loadGamebook(source)
    const states = [1, 2, 3, 4].flatMap((seed) => {
      const run = playRun(gamebook, { seed, maxSteps: 60, mustEnd: false, coverage: new Coverage(gamebook) })
      return replay(gamebook, run.steps)
    })
    for (const state of [...states, ...states.map(astray)]) {
      const world = worldOf(gamebook, state)
      const shortly = offers(world, (report) => offeredFunctions(world, report))
      const each = offers(world, (report) => gamebook.functions.flatMap((fn) => offerFunction(world, fn, report) ?? []))
      if (state.ended === undefined) expect(shortly).toEqual(each)
    }
  },
)

it('leaves out the functions of other places', () => {
  const names = functionsAtHand(loadWorld(GUARDS)).map(({ name }) => name)
  expect(names).toEqual(['go_to', 'sleep', 'fail', 'shout', 'whisper', 'hum', 'haunt'])
})

it('reads every guard for an observer', () => {
  const observed: Condition[] = []
  const world: World = { ...loadWorld(GUARDS), observe: (condition) => observed.push(condition) }
  offeredFunctions(world, () => {})
  const sources = observed.map(({ source }) => source)
  expect(sources).toContain("house.current_node_id == 'cellar'")
})

/** A saved state whose node is no longer in the gamebook. */
function astray(state: StoryState): StoryState {
  return { ...state, entities: { ...state.entities, house: { current_node_id: 'pantry' } } }
}

type Report = Parameters<typeof offeredFunctions>[1]

function offers(world: World, list: (report: Report) => ReturnType<typeof offeredFunctions>) {
  const failures: string[] = []
  const offered = list((where, { message }) => failures.push(`${where}: ${message}`))
  return { failures, offered: offered.map(({ fn, choices }) => [fn.name, ...choices]), state: world.state }
}
