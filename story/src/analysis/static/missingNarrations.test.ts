import { describe, expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'

/** A gamebook in which every moment has words. */
const INN = `
title: The Inn
entity_types:
  - name: Map
    hidden: true
    traits: [{name: graph, node_type_id: Room}]
    entities:
      - id: inn
        node_ids: [bar, cellar, street]
        functions: [{target: transition, name: go_to}]
  - name: Plot
    hidden: true
    traits: [{name: graph, node_type_id: Beat}]
    entities: [{id: plot, node_ids: [quiet, loud]}]
  - name: Beat
    hidden: true
    traits: [graph_node]
    entities: [{id: quiet}, {id: loud}]
  - name: Room
    hidden: true
    traits: [described, graph_node]
    entities:
      - id: bar
        name: Bar
        description: Empty tables.
        details: {tables: "Wet rings, old and new: {{ guest.thirst }} of them."}
        edges:
          - {to: cellar, enabled: guest.brave, otherwise: [{if: guest.thirst > 1, text: Drink first.}, {text: Not yet.}]}
          - street
        triggers:
          - id: noise
            condition: guest.brave and inn.current_node_id == 'bar'
            effects: [{narrate: A glass breaks.}, {graph/transition: {entity_id: plot, to: loud}}]
      - {id: cellar, name: Cellar, description: Barrels., details: {barrels: Full.}, edges: [bar]}
      - {id: street, name: Street, description: Fog., ending: {title: Out, text: You walk home.}}
  - name: Guest
    hidden: true
    fields: {brave: boolean, thirst: {type: integer, default: 2, min: 0, max: 3}}
    entities:
      - id: guest
        functions:
          - name: dare
            enabled: not guest.brave
            check:
              roll: d6
              at_least: 4
              on_success: [{narrate: "You dare, with {{ 6 / guest.thirst }}."}, {state/set: {field: brave, value: true}}]
              on_failure: [{narrate: "Your knees say no."}, {state/set: {field: thirst, value: 1}}]
`

const findingsOf = (source: string): readonly string[] => {
  const { diagnostics, findings } = checkGamebook(source)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return findings.map(({ code, message }) => `${code}: ${message}`)
}

const inn = (from: string, to: string): string => {
  expect(INN).toContain(from)
  return INN.replace(from, to)
}

it('reports nothing where every moment has words', () => {
  expect(findingsOf(INN)).toEqual([])
})

describe('the checker finds', () => {
  it.each([
    [
      'an outcome of a roll without words',
      inn('{narrate: "Your knees say no."}, ', ''),
      'no-narration: The failure of the roll of "dare" has no narration.',
    ],
    [
      'a trigger without words that moves the story',
      inn('{narrate: A glass breaks.}, ', ''),
      'no-narration: The trigger "bar#noise" has no narration.',
    ],
    [
      'an ending without words',
      inn(', text: You walk home.', ''),
      'no-narration: The ending "street" has no narration.',
    ],
    [
      'a list of reasons that can end without one',
      inn(', {text: Not yet.}', ''),
      'reason-missing: The "otherwise" of the edge from "bar" to "cellar" has no reason that always applies.',
    ],
    [
      'a trigger of a node that narrates elsewhere',
      inn(" and inn.current_node_id == 'bar'", ''),
      'trigger-runs-elsewhere: The trigger "bar#noise" narrates, but its condition doesn\'t depend on where the player is.',
    ],
  ])('%s', (_, source, finding) => {
    expect(findingsOf(source)).toEqual([finding])
  })

  it('details of what is never seen', () => {
    const closed = inn('enabled: guest.brave,', 'enabled: guest.thirst > 5,').replace(
      ', {if: guest.thirst > 1, text: Drink first.}',
      '',
    )
    expect(findingsOf(closed)).toContain('detail-never-visible: Players can never look at the details of "cellar".')
  })
})

describe('the checker says nothing of words', () => {
  it('in a gamebook that has none', () => {
    const silent = INN.replaceAll(/\{narrate: ("[^"]*"|[^}]*)\}(, )?/g, '').replace(', text: You walk home.', '')
    expect(silent).not.toContain('narrate')
    expect(findingsOf(silent)).toEqual([])
  })

  it('that would fail only in states that play never reaches', () => {
    const never = inn('{narrate: "Your knees say no."}', '{narrate: "{{ 1 / (guest.thirst - 3) }}"}')
    expect(findingsOf(never)).toEqual([])
  })
})
