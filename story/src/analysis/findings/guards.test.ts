import { describe, expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'

const NEVER = "fair.current_node_id == 'gate' and fair.current_node_id == 'tent'"

const bookWith = ({ tent = '', mood = '', rumor = '' }): string => `
title: The Fair
entity_types:
  - name: Map
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: fair, node_ids: [gate, tent, home], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {id: gate, name: The Gate, description: Open., edges: [tent, home]}
      - {id: tent, name: The Tent, description: Striped., edges: [gate]${tent}}
      - {id: home, name: Home, description: Warm., ending: {title: Home, text: You are back.}}
  - name: Moods
    instructions: Say how the crowd feels.
    traits: [{name: graph, node_type_id: Mood}]
    entities: [{id: crowd, node_ids: [calm, wild], functions: [{target: transition, name: stir}]}]
  - name: Mood
    traits: [described, graph_node]
    entities:
      - {id: calm, name: Calm, description: Calm., edges: [wild]${mood}}
      - {id: wild, name: Wild, description: Wild., edges: [calm]}
  - name: Rumor
    hidden: true
    traits: [described]
    entities: [{id: rumor, name: A rumor, description: It is said., x-note: 1${rumor}}]
`

const findingsIn = (source: string): readonly string[] => {
  const { findings, diagnostics } = checkGamebook(source)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return findings
    .filter(({ code }) => ['guard-never-true', 'never-visible', 'hidden-node-entered'].includes(code))
    .map(({ code, message }) => `${code}: ${message}`)
}

describe('an "enabled" that is never true is found', () => {
  it.each([
    ['of a node of a graph that is no map', { mood: `, enabled: "${NEVER}"` }, '"enabled" of "calm"'],
    ['of an entity of a hidden type', { rumor: `, enabled: "${NEVER}"` }, '"enabled" of "rumor"'],
    ['of a place that nobody enters', { tent: `, requires: "false", enabled: "${NEVER}"` }, '"enabled" of "tent"'],
  ])('%s', (_, parts, what) => {
    expect(findingsIn(bookWith(parts))).toEqual([`guard-never-true: ${what} is never true: "${NEVER}".`])
  })

  it('of a place, where it says that the player is there while it is hidden', () => {
    const [found, ...others] = findingsIn(bookWith({ tent: `, enabled: "${NEVER}"` }))
    expect(found).toContain('hidden-node-entered: The player can be at "tent"')
    expect(others).toEqual([])
  })

  it('nowhere if it is written as false', () => {
    expect(findingsIn(bookWith({ mood: ', enabled: false', rumor: ', enabled: false' }))).toEqual([])
  })
})
