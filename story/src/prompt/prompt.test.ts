import { describe, expect, it } from 'vitest'

import { callFunction } from '../play/callFunction.ts'
import type { World } from '../state/world.ts'
import { FERRY } from '../testSupport/ferry.ts'
import { loadGamebook, loadWorld } from '../testSupport/loadGamebook.ts'
import { WELL } from '../testSupport/well.ts'
import { buildOpening, buildSystemText } from './buildSystemText.ts'
import { buildTools } from './buildTools.ts'
import { buildTurnText } from './buildTurnText.ts'
import { FREE_RULE, NO_FREE_RULE } from './sections.ts'
import { viewStory } from './viewStory.ts'

const ignore = (): void => {}
const STOWAWAY = `
title: The Stowaway
entity_types:
  - name: Places
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: ship
        node_ids: [deck, hold, abracadabra, tunnel]
        functions: [{target: transition, name: go_to, description: The player goes to a place.}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - name: Deck
        description: Salt.
        edges: [hold, {to: abracadabra, label: a door with letters, enabled: false, otherwise: It needs a word.}, tunnel]
      - {name: Hold, description: Dark.}
      - {name: Vault, id: abracadabra, description: Gold.}
      - {name: Tunnel, description: Low., enabled: mila.revealed, requires: mila.revealed, otherwise: Not yet.}
  - name: Stowaway
    instructions: She is seven.
    traits: [described]
    entities:
      - {name: Mila, description: She hides., reveal_when: "ship.current_node_id == 'hold'"}
`
const move = (world: World, name: string, to?: string): World => ({
  ...world,
  state: callFunction(world, { function: name, args: to === undefined ? {} : { to }, by: 'tool' }, ignore).state,
})

describe('the system text', () => {
  it('describes only the constant world', () => {
    expect(buildSystemText(loadGamebook(WELL))).toMatch(
      /# Story\n\nThe village well has begun to answer back\.\n\n# World\n\n## Places\n\nDescribe a place when the player reaches it\.\n\n## Person\n\nPlay these people as they are described\.\n\n### Person: Player\n\nThe bell ringer's apprentice, too curious to sleep\.$/,
    )
  })

  it('is the same in every state', () => {
    const world = loadWorld(WELL)
    expect(buildSystemText(move(world, 'go_to', 'chapel').gamebook)).toBe(buildSystemText(world.gamebook))
  })

  it('has the author’s sections instead of the built-in ones, and leaves out empty ones', () => {
    const text = buildSystemText(
      loadGamebook(`${WELL}\nprompt: {role: You are the sea., rules: null, style: '', language: Frisian}`),
    )
    expect(text).toMatch(/^# Role\n\nYou are the sea\.\n\n# Goal/)
    expect(text).toContain('# Language\n\nWrite in Frisian.')
    expect(text).not.toMatch(/# (Rules|Style)/)
  })

  it('does not mention functions if there are none', () => {
    expect(buildSystemText(loadGamebook('{title: A, entity_types: []}'))).not.toContain('# Engine')
  })

  it.each([
    ['flavor', FREE_RULE, NO_FREE_RULE],
    ['{fields: [player.nerve]}', FREE_RULE, NO_FREE_RULE],
    ['none', NO_FREE_RULE, FREE_RULE],
  ])('says what becomes of acts that no function covers, with improvisation: %s', (improvisation, said, other) => {
    const text = buildSystemText(loadGamebook(FERRY.replace(/improvisation: .*/, `improvisation: ${improvisation}`)))
    expect(text).toMatch(/# Engine\n\n/)
    expect(text).toContain(said)
    expect(text).not.toContain(other)
  })

  it('has its own opening, which the author may replace', () => {
    expect(buildOpening(loadGamebook(WELL))).toMatch(/^Open the story:/)
    expect(buildOpening(loadGamebook(`${WELL}\nprompt: {opening: Begin at sea.}`))).toBe('Begin at sea.')
  })
})

describe('the state of the turn', () => {
  it('has the current nodes, the closed exits, and who is here', () => {
    expect(buildTurnText(loadWorld(WELL), ignore)).toBe(
      `# State of this turn

## Places

- Now: Square
  Cobbles, one lantern, the old well.

## Thing

Things the player can use.

### Thing: Rope

The rope of the well.

- Now: Tied
  It is knotted to the winch.

## Person

### Person: Sexton

Watches the Square.

# What can be done now

- go_to
  to chapel: Chapel
- untie_rope
- Closed: down the well. Nobody gets down there without a rope.`,
    )
  })

  it('leaves out what is no longer visible', () => {
    expect(buildTurnText(move(loadWorld(WELL), 'go_to', 'chapel'), ignore)).not.toContain('Rope')
  })

  it('has the instructions of a type only while one of its entities is visible', () => {
    const world = loadWorld(STOWAWAY)
    const words = (now: World) => `${buildSystemText(now.gamebook)}\n${buildTurnText(now, ignore)}`
    expect(words(world)).not.toMatch(/Stowaway|seven/)
    expect(words(move(world, 'go_to', 'hold'))).toContain('## Stowaway\n\nShe is seven.\n\n### Stowaway: Mila')
  })

  it('has no id of a closed exit, which can be the answer of a puzzle', () => {
    const text = buildTurnText(loadWorld(STOWAWAY), ignore)
    expect(text).toContain('- Closed: a door with letters. It needs a word.\n- Closed: Not yet.')
    expect(text).not.toContain('abracadabra')
  })

  it('closes with the ending', () => {
    const world = move(move(loadWorld(WELL), 'untie_rope'), 'go_to', 'well_shaft')
    expect(buildTurnText(world, ignore)).toMatch(
      /\n\nThe story ends with this turn\. Ending: Answered \(good\)\.\n\nThe voice has been waiting\.$/,
    )
  })

  it('renders "(error)" for a text that fails, and reports it', () => {
    const failures: string[] = []
    const world = loadWorld(WELL.replace('{{ village.current_node.name }}', '{{ 1 / (count(village.node_ids) - 3) }}'))
    expect(buildTurnText(world, (where, error) => failures.push(`${where}: ${error.code}`))).toMatch(
      /### Person: Sexton\n\n\(error\)\n\n# What/,
    )
    expect(failures).toEqual(['sexton.description: division-by-zero'])
  })
})

describe('the tools', () => {
  it('offer the open exits, with their labels', () => {
    const world = move(loadWorld(WELL), 'untie_rope')
    expect(buildTools(world, ignore)).toEqual([
      {
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
              description: 'The id of the next node.\nwell_shaft: down the well',
              enum: ['chapel', 'well_shaft'],
            },
          },
        },
      },
      {
        name: 'untie_rope',
        description: 'The player unties the rope.',
        strict: true,
        parameters: { type: 'object', additionalProperties: false, required: [], properties: {} },
      },
    ])
  })

  it.each([
    ['a guard fails', 'go_to', 'chapel', ['go_to']],
    ['the story has ended', 'go_to', 'well_shaft', []],
  ])('are fewer once %s', (_, name, to, offered) => {
    const world = move(move(loadWorld(WELL), 'untie_rope'), name, to)
    expect(buildTools(world, ignore).map((tool) => tool.name)).toEqual(offered)
  })
})

describe('the view', () => {
  it('has the place, what is here and what can be done', () => {
    const view = viewStory(loadWorld(WELL), ignore)
    expect(view.graphs.map(({ graphName, name }) => [graphName, name])).toEqual([
      [null, 'Square'],
      ['Rope', 'Tied'],
    ])
    expect(view.entities.map((entity) => entity.name)).toEqual(['Rope', 'Player', 'Sexton'])
    expect(view.functions[0]?.targets).toEqual([
      { id: 'chapel', nodeId: 'chapel', label: null, name: 'Chapel', description: 'Two pews, no priest.' },
    ])
    expect(view.closed).toEqual([
      {
        graphId: 'village',
        id: 'well_shaft',
        label: 'down the well',
        name: 'Well shaft',
        reason: 'Nobody gets down there without a rope.',
      },
    ])
  })
})
