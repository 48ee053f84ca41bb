import { expect, it } from 'vitest'

import type { Gamebook } from '../../gamebook/gamebook.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { events } from '../programs/event.ts'
import { findAnswers } from './findAnswers.ts'

const gamebook = loadGamebook(`
title: The Road
entity_types:
  - name: Map
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: map, node_ids: [home, road, inn], functions: [{target: transition, name: go}]}]
  - name: Plot
    traits: [{name: graph, node_type_id: Chapter}]
    entities: [{id: plot, node_ids: [one, two], functions: [{target: transition, name: turn_page}]}]
  - name: Chapter
    traits: [graph_node]
    entities: [{id: one, edges: [{to: two, enabled: map.current_node_id != 'home'}]}, {id: two}]
  - name: Place
    traits: [graph_node]
    entities: [{id: home, edges: [road]}, {id: road, edges: [inn]}, {id: inn}]
`)

it('leads to where a call is first offered, not to a later place where it is offered as well', () => {
  const path = findAnswers(gamebook).pathTo(events.offered('turn_page'))
  expect(path).toEqual({ steps: [{ function: 'go', args: { to: 'road' }, rolls: [] }], isShortest: true })
})

const forgetful = loadGamebook(`
title: The Bell
entity_types:
  - name: Bell
    fields: {rung: boolean, loud: boolean}
    entities:
      - id: bell
        functions: [{name: shout, effects: [{state/set: {field: loud, value: true}}]}]
        triggers:
          - {id: echo, once: true, condition: not bell.rung, effects: [{narrate: Echo., if: bell.loud}]}
          - {id: forget, condition: not bell.rung, effects: [core/reset-game: {}]}
`)

it('claims no shortest path where a shorter one leaves no trace in play', () => {
  const path = findAnswers(forgetful).pathTo(events.fired('bell#echo'))
  expect(path).toMatchObject({ steps: [{ function: 'shout' }], isShortest: false })
})

/** The crate is open after two calls. Three other calls show it too, and are found first. */
const cargo = (instructions: string) =>
  loadGamebook(`
title: The Crate
entity_types:
  - name: Cargo
    ${instructions}
    traits: [container]
    entities: [{id: crate, open: hero.near and hero.strong}, {id: bag}]
  - {name: Coin, traits: [item], entities: [{id: coin, held_by: hero}, {id: pin, held_by: hero}]}
  - name: Person
    traits: [container]
    fields: {near: boolean, tired: boolean, strong: boolean}
    entities:
      - id: hero
        functions:
          - {name: walk, effects: [{state/set: {field: near, value: true}}]}
          - {name: run, effects: [{state/set: {field: tired, value: true}}]}
          - {name: train, effects: [{state/set: {field: strong, value: true}}]}
          - name: drink
            enabled: hero.near and hero.tired
            effects:
              - {state/set: {field: strong, value: true}}
              - {item/give: {item: coin, to: crate}}
              - {state/set: {field: strong, value: false}}
          - {target: give, name: give}
`)

const pathToOpen = (gamebook: Gamebook) => {
  const answers = findAnswers(gamebook)
  const open = answers.conditions.findIndex(({ source }) => source === 'hero.near and hero.strong')
  const path = answers.pathTo(events.condition(open, true))
  return { calls: path?.steps.map((step) => step.function), isShortest: path?.isShortest }
}

it('finds what is seen in a state before what a call does from another state that is as near', () => {
  expect(pathToOpen(cargo('instructions: Things.'))).toEqual({ calls: ['walk', 'train'], isShortest: true })
})

it('claims no shortest path to what happens in a call where a guard may show it with one call less', () => {
  expect(pathToOpen(cargo(''))).toEqual({ calls: ['walk', 'run', 'drink'], isShortest: false })
})
