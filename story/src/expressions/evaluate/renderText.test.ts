import { describe, expect, it } from 'vitest'
import { getWorld } from '../../testSupport/buildWorld.ts'
import { parseText } from '../parse/parseText.ts'
import { renderText } from './renderText.ts'

const world = getWorld(`
title: Test
entity_types:
  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: island, node_ids: [landing, cave]}]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {id: landing, name: "The {{ player.mood }} landing", description: Sand.}
      - {id: cave, name: Cave, description: Dark.}
  - name: Person
    entities:
      - {id: player, mood: quiet, coins: 2.50, tired: true, lock: null, bag: [rope, 3, false], empty: [], title: "=player.coins * 2"}
`)

describe('a placeholder', () => {
  it.each([
    ['player.mood', 'quiet'],
    ['player.coins', '2.5'],
    ['player.tired', 'yes'],
    ['not player.tired', 'no'],
    ['player.lock', 'none'],
    ['player.empty', 'none'],
    ['player.bag', 'rope, 3, no'],
    ['player.title', '5'],
    ['island.current_node', 'The quiet landing'],
    ['[island.current_node, 1]', 'The quiet landing, 1'],
    ["'{{'", '{{'],
  ])('of %s is rendered as %s', (expression, words) => {
    expect(render(`a {{ ${expression} }} b`)).toBe(`a ${words} b`)
    expect(render(`=${expression}`)).toBe(words)
  })

  it('of an entity without a name is rendered as its id', () => {
    const node = getWorld(`
title: Test
entity_types:
  - {name: Map, traits: [{name: graph, node_type_id: Spot}], entities: [{id: track, node_ids: [first]}]}
  - {name: Spot, traits: [graph_node], entities: [{id: first}]}
`)
    expect(renderText(parseText('at {{ track.current_node }}', { allowComputed: false }), node)).toBe('at first')
  })

  it('that fails throws', () => {
    expect(() => render('{{ player.mood + 1 }}')).toThrow(expect.objectContaining({ code: 'not-numeric' }))
  })
})

function render(source: string): string {
  return renderText(parseText(source, { allowComputed: true }), world)
}
