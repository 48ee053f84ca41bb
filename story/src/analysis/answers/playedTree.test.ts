import { expect, it } from 'vitest'

import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { createConeBuilder } from '../cone/buildCone.ts'
import type { GamebookCone } from '../cone/cone.ts'
import { createTransitions } from '../cone/createTransitions.ts'
import { listObservers } from '../programs/observers.ts'
import { tracePrograms } from '../programs/tracePrograms.ts'
import { exploreStates, type Exploration } from '../search/exploreStates.ts'
import { findValueSets } from '../values/findValueSets.ts'
import { isQuestion } from './isQuestion.ts'
import { PlayedTree } from './playedTree.ts'
import { ShownPlays } from './shownPlays.ts'

const gamebook = loadGamebook(`
title: The Tower
entity_types:
  - name: Places
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: tower, node_ids: [gate, stairs, roof, cellar], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Gate, description: Shut., edges: [stairs, {to: cellar, enabled: player.name_given == 'Ada'}]}
      - {name: Stairs, description: Steep., edges: [gate, {to: roof, enabled: player.strength > 6}]}
      - {name: Roof, description: Windy., ending: true}
      - {name: Cellar, description: Dark., ending: true}
  - name: Person
    fields: {name_given: {type: text, ask: start}, strength: {type: integer, default: 0}}
    entities:
      - id: player
        functions: [{name: train, check: {roll: 1d6, at_least: 5, on_success: [{state/add: {field: strength, amount: 4}}]}}]
`)

interface Explored {
  readonly cone: GamebookCone
  readonly exploration: Exploration
  readonly newPlays: () => ShownPlays
}

function explore(gamebook: Gamebook): Explored {
  const programs = tracePrograms(gamebook, [])
  const sets = findValueSets(programs)
  const cone = createConeBuilder(programs, sets)({ goals: [...sets.events].filter(isQuestion), endings: 'all' })
  const limits = { maxStates: 10_000, maxBytes: 1e8, maxMilliseconds: 1, elapsed: () => 0 }
  const exploration = exploreStates(createTransitions(cone), limits)
  const numbers = new Map(programs.conditions.map((condition, index) => [condition, index]))
  const observers = listObservers(gamebook)
  const watched = { gamebook, observers, numberOf: (condition: Condition) => numbers.get(condition) }
  return { cone, exploration, newPlays: () => new ShownPlays(watched, new Set()) }
}

it('shows all that the paths of a tree meet, each as a play from the start', () => {
  const { cone, exploration, newPlays } = explore(gamebook)
  const plays = newPlays()
  const played = new PlayedTree(cone, exploration.tree, plays)
  for (const occurrence of exploration.goals.values()) played.playTo(occurrence, 'at-both-ends')
  const met = [...exploration.goals.keys()].map((goal) => cone.goals[goal] ?? '')
  expect(met.filter((event) => !plays.has(event))).toEqual([])
  expect(met).toContain('ended roof')
  for (const event of ['ended roof', 'ended cellar']) {
    const alone = newPlays()
    alone.add(plays.stepsTo(event) ?? [], 'at-both-ends')
    expect(alone.has(event)).toBe(true)
  }
})

const miser = loadGamebook(`
title: The Miser
entity_types:
  - name: Person
    fields: {coins: {type: integer, default: 0}}
    entities:
      - id: player
        functions:
          - {name: add_coin, enabled: player.coins < 2500, effects: [{state/add: {field: coins, amount: 1}}]}
          - {name: rest, enabled: player.coins == 1234, effects: [{narrate: Asleep.}]}
          - {name: retire, enabled: player.coins == 2500, effects: [core/end-game: {reason: Rich.}]}
`)

it('plays a long path, and then to states along it that it has not kept', () => {
  const { cone, exploration, newPlays } = explore(miser)
  const plays = newPlays()
  const played = new PlayedTree(cone, exploration.tree, plays)
  for (const event of ['called retire', 'called rest']) {
    const occurrence = exploration.goals.get(cone.goals.indexOf(event))
    if (occurrence !== undefined) played.playTo(occurrence, 'at-both-ends')
  }
  expect(plays.stepsTo('called retire')).toHaveLength(2501)
  expect(plays.stepsTo('called rest')).toHaveLength(1235)
  expect(plays.stepsTo('offered rest')).toHaveLength(1234)
})
