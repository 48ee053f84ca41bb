import { expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'

/** Nothing leads out of the hall. */
const hall = (more = '', person = '') => `# A house without a door
title: The Hall
${more}entity_types:
  - name: Person
    fields: {luck: {type: integer, default: 1, min: 0, max: 2}, called: {type: text, values: [Ada, Bob], default: Bob}}
    traits: [described]
    instructions: The player.
    entities:
      - {id: player, name: You, description: D., functions: [{name: wait, effects: [{state/add: {field: luck, amount: 1}}]}]${person}}
  - name: Places
    instructions: The house.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: house, node_ids: [hall, cellar, yard], functions: [{target: transition, name: go}]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Hall, description: High., edges: []}
      - {name: Cellar, description: Low., edges: [cellar]}
      - {name: Yard, description: Green., edges: [], ending: {title: Out}}
`

function locate(source: string, code: string) {
  const { diagnostics, findings } = checkGamebook(source)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const lines = source.split('\n')
  return findings
    .filter((finding) => finding.code === code)
    .map(({ line, column, message }) => ({ at: lines[line - 1]?.slice(column - 1).trim(), message }))
}

it('locates a dead end at the start where the player is', () => {
  expect(locate(hall(), 'soft-lock')).toEqual([
    {
      at: '{name: Hall, description: High., edges: []}',
      message: 'At the start of the story, no ending can be reached.',
    },
  ])
})

it('locates it where triggers have moved the player by then', () => {
  const trigger = ', triggers: [{condition: "true", effects: [{graph/transition: {entity_id: house, to: cellar}}]}]'
  expect(locate(hall('', trigger), 'soft-lock').map(({ at }) => at)).toEqual([
    '{name: Cellar, description: Low., edges: [cellar]}',
  ])
})

it('locates it at the title if nobody is anywhere', () => {
  const source = `# No place
title: The Void
entity_types:
  - name: Person
    fields: {luck: {type: integer, default: 0, min: 0, max: 1}}
    entities:
      - id: player
        functions:
          - {name: end, enabled: player.luck == 1, action: core/end-game, args: {reason: Over}}
          - {name: wait, action: core/reset-game}
`
  expect(locate(source, 'soft-lock').map(({ at }) => at)).toEqual(['title: The Void'])
})

it('locates what is said of a built-in function at the key that calls for it', () => {
  const topics = ', topics: [{id: tide, about: [tide], say: It turns., enabled: player.luck > 5}]'
  const source = hall('', topics).replace('traits: [described]', 'traits: [described, speaker]')
  expect(locate(source, 'function-never-offered')).toContainEqual({
    at: expect.stringMatching(/^topics: /),
    message: 'The function "ask" is never offered.',
  })
})

it('locates a dead end after a built-in function at the key that calls for it', () => {
  const trigger = ', triggers: [{condition: player.luck == 0, effects: [{state/set: {field: called, value: Ada}}]}]'
  const source = hall('improvisation: {fields: [player.luck]}\n', trigger).replace(
    'High., edges: []',
    `High., edges: [{to: yard, enabled: "player.called == 'Bob'"}]`,
  )
  expect(locate(source, 'soft-lock').map(({ at }) => at)).toEqual(['improvisation: {fields: [player.luck]}'])
})

it.each([
  ['instructions: The house.', "instructions: '{{ 6 / (player.luck - 2) }}'", 'instructions: '],
  ['High., edges: []', 'High., edges: [{to: yard, enabled: 6 / (player.luck - 2) > 9}]', '{to: yard, enabled: '],
  ['name: wait,', 'name: wait, description: "{{ 6 / (player.luck - 2) }}",', '{name: wait, '],
  ['name: You', 'name: "You{{ 6 / (player.luck - 2) }}"', 'name: "You'],
])('locates an expression that fails instead of %s', (from, to, at) => {
  const [found] = locate(hall().replace(from, to), 'expression-fails')
  expect(found?.at?.slice(0, at.length)).toBe(at)
})
