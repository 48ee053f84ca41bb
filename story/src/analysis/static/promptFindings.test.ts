import { describe, expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'

/** A gamebook that gives a narrator no wrong idea. */
const ISLAND = `
title: The Island
entity_types:
  - name: Map
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: island
        node_ids: [beach, cave, boat]
        functions: [{target: transition, name: go_to}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {id: beach, name: The Beach, description: White sand., edges: [cave, boat]}
      - {id: cave, name: The Cave, description: Dark and dry., secret: true, edges: [beach]}
      - id: boat
        name: The Boat
        description: The oars lie ready. Somebody has painted the thwarts.
        ending: {title: Away, text: You row until the island is a line.}
  - name: Person
    instructions: People answer briefly.
    traits: [described]
    fields: {asked: boolean}
    entities:
      - id: player
        name: The castaway
        description: 'Thirsty{{ ", and answered" if player.asked else "" }}.'
        functions:
          - name: call_out
            description: The player calls out.
            enabled: not player.asked
            effects: [{state/set: {field: asked, value: true}}]
      - {id: hermit, name: The Hermit, description: Grey., secret: true, reveal_when: player.asked}
  - name: Tides
    instructions: Say what the sea does.
    traits: [described, {name: graph, node_type_id: Tide}]
    entities:
      - id: tide
        name: Tide
        description: The sea comes and goes.
        enabled: player.asked
        node_ids: [low, high]
        functions:
          - name: turn_tide
            target: transition
            description: The player waits for the tide.
            enabled: player.asked
  - name: Tide
    traits: [described, graph_node]
    entities:
      - {id: low, name: Low, description: Rocks., edges: [high]}
      - {id: high, name: High, description: No rocks., edges: [low]}
`

const CODES = [
  'secret-in-instructions',
  'secret-named-early',
  'function-of-hidden-graph',
  'ending-repeats-description',
  'description-without-when',
]

const findingsOf = (source: string): readonly string[] => {
  const { diagnostics, findings } = checkGamebook(source)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return findings
    .filter(({ code }) => CODES.includes(code))
    .map(({ severity, code, line, message }) => `${severity} ${code} ${line}: ${message}`)
}

const island = (text: string, by: string): string => {
  expect(ISLAND).toContain(text)
  return ISLAND.replace(text, by)
}

it('reports nothing that is right', () => {
  expect(findingsOf(ISLAND)).toEqual([])
})

describe('the checker finds', () => {
  it.each([
    [
      'instructions that name something secret of their type',
      island('People answer briefly.', 'People answer briefly. Only the hermit knows the way.'),
      'warning secret-in-instructions 21: The instructions of "Person" name "hermit", which is secret.',
    ],
    [
      'instructions of a map that name a secret place',
      island('when the player reaches it.', 'when the player reaches it; the cave is pitch-dark.'),
      'warning secret-in-instructions 5: The instructions of "Map" name "cave", which is secret.',
    ],
    [
      'a function of a hidden graph without a condition',
      island('            description: The player waits for the tide.\n            enabled: player.asked\n', ''),
      'warning function-of-hidden-graph 44: The function "turn_tide" is offered even while "tide" is hidden.',
    ],
    [
      'an ending that repeats a sentence of its place',
      island('You row until', 'The oars lie ready; you row until'),
      'note ending-repeats-description 19: The text of the ending "boat" repeats its description.',
    ],
    [
      'a description that orders a change',
      island('The player calls out.', 'Set the voice of the castaway.'),
      'note description-without-when 29: The description of the function "call_out" doesn\'t say when to call it.',
    ],
    [
      'a description that says what happens, but not when',
      island('The player calls out.', 'Raises the alarm on the island.'),
      'note description-without-when 29: The description of the function "call_out" doesn\'t say when to call it.',
    ],
  ])('%s', (_, source, finding) => {
    expect(findingsOf(source)).toContain(finding)
  })

  it('less in instructions that another secret brings', () => {
    const secretive = island(
      'name: The castaway',
      'name: The castaway\n        secret: true\n        reveal_when: true',
    )
    expect(findingsOf(secretive.replace('briefly.', 'briefly. The hermit does not.'))).toEqual([
      'note secret-in-instructions 21: The instructions of "Person" name "hermit", which is secret.',
    ])
  })
})

describe('the checker says nothing of', () => {
  it.each([
    ['a word that begins with the name of a secret', island('People answer briefly.', 'Cavemen, hermitages.')],
    [
      'a description that orders a change and says when',
      island('calls out.', 'calls out.').replace('The player calls', 'Set when the player calls'),
    ],
    ['a function whose name describes it', island('            description: The player calls out.\n', '')],
    [
      'a function that is offered once the secret that it names is known',
      island('The player calls out.', 'The player calls the hermit.').replace(
        'enabled: not player.asked',
        'enabled: hermit.revealed',
      ),
    ],
    [
      'a function of a graph that its condition asks about',
      island('tide.\n            enabled: player.asked', "tide.\n            enabled: tide.current_node_id == 'low'"),
    ],
    [
      'a short word in the instructions of others',
      island('Say what the sea does.', 'Say what the sea does in a den.').replace('name: The Hermit', 'name: Den'),
    ],
    ['a description of two words with an actor', island('The player calls out.', 'It rains.')],
    [
      'a description of a second sentence with one',
      island('The player calls out.', 'Sets the voice. The player calls.'),
    ],
    ['a description of an event', island('The player calls out.', 'With the tide, a voice calls.')],
    [
      'a description in another language',
      island('The player calls out.', 'Set pieces.').replace('title:', 'language: de\ntitle:'),
    ],
    [
      'a graph whose condition is always true',
      island('enabled: player.asked\n        node_ids', 'enabled: true\n        node_ids').replace(
        'tide.\n            enabled: player.asked',
        'tide.',
      ),
    ],
    ['an ending that repeats three words', island('You row until', 'The oars lie. You row until')],
  ])('%s', (_, source) => {
    expect(findingsOf(source)).toEqual([])
  })

  it('instructions that come with the only secret that they name', () => {
    const alone = ISLAND.replace(
      '  - name: Tides',
      '  - name: Ghost\n    instructions: The ghost whispers.\n    traits: [described]\n    entities: [{name: Ghost, description: White., secret: true, reveal_when: player.asked}]\n  - name: Tides',
    )
    expect(findingsOf(alone)).toEqual([])
  })
})
