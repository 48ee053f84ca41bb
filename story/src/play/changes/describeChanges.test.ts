import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { Coverage } from '../../analysis/randomPlay/coverage.ts'
import { playRun } from '../../analysis/randomPlay/playRun.ts'
import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { startState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { FULL } from '../../testSupport/full.ts'
import { HARBOUR } from '../../testSupport/harbour.ts'
import { loadGamebook, loadWorld } from '../../testSupport/loadGamebook.ts'
import { after, call, ignore } from '../../testSupport/playCalls.ts'
import { TOWER } from '../../testSupport/tower.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { runTriggers } from '../runTriggers.ts'

const ATTIC = `
title: The Attic
entity_types:
  - name: Rooms
    hidden: true
    traits: [{name: graph, node_type_id: Room}]
    entities: [{id: house, node_ids: [hall, attic], functions: [{target: transition, name: go_to}]}]
  - name: Room
    instructions: The rooms.
    traits: [described, graph_node, container]
    entities:
      - {name: Hall, description: Cold., edge_ids: [attic]}
      - {name: Attic, description: Dust., edge_ids: [hall]}
  - name: Person
    instructions: People.
    traits: [described, container]
    fields:
      nerve: {type: integer, default: 2, label: Nerve}
      slabs: {type: integer, tell: false}
      rolled: {type: integer, default: 0, label: The sea}
      friends: {type: entities, of: Person, label: Friends}
      met: {type: entity, of: Room}
    entities:
      - id: ada
        name: Ada
        description: You.
        functions:
          - {name: take, target: take}
          - {name: stow, target: give, args: {to: chest}}
          - {name: fear, action: state/add, args: {field: nerve, amount: -1}}
          - {name: lift_slab, action: state/add, args: {field: slabs, amount: 1}}
          - {name: wait, action: attic/waited}
          - {name: stop, action: core/end-game, args: {reason: You are tired.}}
          - {name: end, action: core/end-game}
          - {name: try_door, check: {roll: 1d6, at_least: 7}}
          - {name: open_door, check: {roll: 1d6, at_least: 1}}
          - {name: watch, effects: [{dice/roll: {roll: 1d2, add: 2, at_least: 3, entity_id: ada, into: rolled}}]}
          - {name: roll, effects: [{dice/roll: {roll: 1d2, add: 4}}]}
          - {name: advance, action: graph/transition, args: {entity_id: stowaway, to: found}}
          - {name: whisper, effects: [{list/add: {field: friends, value: ghost}}]}
          - {name: befriend, effects: [{list/add: {field: friends, value: bo}}]}
          - {name: see, effects: [{state/set: {field: met, value: hall}}]}
          - {name: blow_out, effects: [{state/set: {entity_id: bo, field: nerve, value: 0}}]}
          - {name: again, action: core/reset-game}
      - {id: bo, name: Bo, description: A friend., enabled: bo.nerve > 0}
      - {id: ghost, name: Ghost, description: A ghost., secret: true}
      - {id: chest, name: Chest, description: Oak., open: ada.nerve > 2}
  - name: Lamp
    hidden: true
    traits: [described, item]
    entities: [{id: storm_lamp, name: Storm lantern, description: Lit., held_by: hall}]
  - name: Plot
    instructions: The plot.
    traits: [described, {name: graph, node_type_id: Part}]
    entities: [{id: stowaway, name: The Stowaway, description: Someone hides., node_ids: [hidden, found]}]
  - name: Part
    hidden: true
    traits: [described, graph_node]
    entities:
      - {name: Hidden, description: In the hold., edges: [{to: found}]}
      - {name: Found, description: On deck., enabled: ada.nerve > 5}
`

const SEA: unknown = expect.stringMatching(/^The sea: [34] against 3, success$/)
const TOTAL: unknown = expect.stringMatching(/^The sea of Ada: 0 → [34]$/)

describe('what a call changed', () => {
  const attic = loadWorld(ATTIC)
  const changedBy = (name: string, args: Readonly<Record<string, string>> = {}, world: World = attic): unknown => {
    const { result } = call(world, name, args)
    return result.result === 'applied' ? result.changed : result
  }

  it.each<[string, string, Readonly<Record<string, string>>, readonly unknown[]]>([
    ['a field, and whose', 'fear', {}, ['Nerve of Ada: 2 → 1']],
    ['a move in a hidden map, by the names of its places', 'go_to', { to: 'attic' }, ['Place: Hall → Attic']],
    ['a node that is not visible, without its name', 'advance', {}, ['The Stowaway moves on.']],
    ['a thing of a hidden type, and its holders', 'take', { item: 'storm_lamp' }, ['Storm lantern: from Hall to Ada']],
    ['a list, by what was added', 'befriend', {}, ['Friends of Ada: added Bo']],
    ['nothing of a hidden entity', 'whisper', {}, ['It is done.']],
    ['nothing of a field that is not sent', 'lift_slab', {}, ['It is done.']],
    ['nothing, if that is so', 'wait', {}, ['It is done.']],
    ['an entity by its name', 'see', {}, ['met of Ada: none → Hall']],
    ['what thereby is no longer visible', 'blow_out', {}, ['Nerve of Bo: 2 → 0']],
    ['the end of the story, with its reason', 'stop', {}, ['The story ends: You are tired.']],
    ['the end of the story', 'end', {}, ['The story ends.']],
    ['a new beginning', 'again', {}, ['The story starts over.']],
    ['a check that failed', 'try_door', {}, [expect.stringMatching(/^The check: \d against 7, failure$/)]],
    ['a check that passed', 'open_door', {}, [expect.stringMatching(/^The check: \d against 1, success$/)]],
    ['a roll by the label of its field', 'watch', {}, [SEA, TOTAL]],
    ['a roll without a label', 'roll', {}, [expect.stringMatching(/^A roll: [56]$/)]],
  ])('names %s', (_, name, args, changed) => {
    expect(changedBy(name, args)).toEqual(changed)
  })

  it('includes a thing that is put out of sight', () => {
    const holding = after(attic, ['take', { item: 'storm_lamp' }])
    const state = { ...holding.state, entities: { ...holding.state.entities, ada: { nerve: 3 } } }
    const stowed = call({ ...holding, state }, 'stow', { item: 'storm_lamp' })
    expect(stowed.result).toMatchObject({ changed: ['Storm lantern: from Ada to Chest'] })
  })

  it.each([
    ['try_door', 'failed'],
    ['open_door', 'passed'],
  ])('has the outcome of the check of %s beside it', (name, check) => {
    expect(call(attic, name, {}).result).toMatchObject({ result: 'applied', check })
    expect(call(attic, 'wait', {}).result).not.toHaveProperty('check')
  })

  it('stays short, whatever a rule does', () => {
    const effects = Array.from({ length: 90 }, (_, index) => `{state/set: {field: nerve, value: ${index + 10}}}`)
    const world = loadWorld(
      ATTIC.replace('{name: wait, action: attic/waited}', `{name: wait, effects: [${effects.join(', ')}]}`),
    )
    const { result } = call(world, 'wait', {})
    expect(result).toMatchObject({ changed: expect.arrayContaining(['And 30 more changes.']) })
  })
})

const GAMEBOOKS = new URL('../../../../gamebooks/example/', import.meta.url)
const read = (path: string | URL): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const books: readonly (readonly [string, string])[] = [
  ['full', FULL],
  ['harbour', HARBOUR],
  ['tower', TOWER],
  ['salt lantern', read('../../testSupport/salt-lantern.yaml')],
  ['night ferry', read('../../testSupport/formatTwo.yaml')],
  ...readdirSync(GAMEBOOKS).map((name) => [name, read(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS))] as const),
]
const PLAYS = 20

describe.each(books)('what the calls of random plays of %s changed', (_, source) => {
  it('always has a line, and never an id', () => {
    const gamebook = loadGamebook(source)
    const ids = idsWithoutWords(gamebook)
    const words = Array.from({ length: PLAYS }, (_, seed) => changedLines(gamebook, seed)).flatMap((lines) =>
      lines.flatMap((line) => line.split(/[^\p{L}\p{N}_]+/u)),
    )
    expect(new Set(words.filter((word) => ids.has(word)))).toEqual(new Set())
  })
})

function changedLines(gamebook: Gamebook, seed: number): readonly string[] {
  const start = worldOf(gamebook, startState(seed))
  let world: World = { ...start, state: runTriggers(start, ignore).state }
  const { steps } = playRun(gamebook, { seed, maxSteps: 60, mustEnd: false, coverage: new Coverage(gamebook) })
  return steps.flatMap(({ function: name, args }) => {
    const { state, result } = call(world, name, args)
    world = { ...world, state }
    if (result.result !== 'applied') return []
    expect(result.changed).not.toEqual([])
    return result.changed
  })
}

/** The ids that no name, label or title of the author has as a word. */
function idsWithoutWords({ entities, entityTypes }: Gamebook): ReadonlySet<string> {
  const texts = [...entities.values()].flatMap(authoredNames)
  const labels = entityTypes.flatMap(({ name, fields }) => [
    name,
    ...[...fields].flatMap(([field, { label, values }]) => [field, label ?? '', ...(values ?? []).map(String)]),
  ])
  const words = new Set([...texts, ...labels].flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)))
  return new Set([...entities.keys()].filter((id) => !words.has(id)))
}

function authoredNames({ described, graphNode, speaker, fields }: Entity): readonly string[] {
  return [
    described?.name.kind === 'constant' ? described.name.text : '',
    graphNode?.ending?.title ?? '',
    ...(speaker?.topics ?? []).map(({ label }) => label ?? ''),
    ...[...fields.values()].map((value) => JSON.stringify(value)),
  ]
}
