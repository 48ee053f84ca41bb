import { describe, expect, it } from 'vitest'

import type { World } from '../state/world.ts'
import { house, moveTo, room } from '../testSupport/house.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { callFunction } from './callFunction.ts'
import { runTriggers } from './runTriggers.ts'

const enter = (world: World, to: string) =>
  callFunction(world, { function: 'go_to', args: { to }, by: 'player' }, () => {})

describe('nodes that lead on', () => {
  const chain = (length: number): World =>
    loadWorld(`
title: Chain
entity_types:
  - name: Map
    hidden: true
    traits: [{name: graph, node_type_id: Room}]
    entities:
      - id: house
        node_ids: [${Array.from({ length: length + 1 }, (_, index) => `r_${index}`).join(', ')}]
        functions: [{target: transition, name: go_to}]
  - name: Room
    hidden: true
    traits: [graph_node]
    entities:
      - {id: r_0, edge_ids: [r_1]}
${Array.from({ length }, (_, index) => {
  const next = index + 2 > length ? '' : `, on_enter: [${moveTo(`r_${index + 2}`)}]`
  return `      - {id: r_${index + 1}, edge_ids: [r_0]${next}}`
}).join('\n')}
`)

  it('may do so eight times', () => {
    expect(enter(chain(9), 'r_1').state.entities['house']).toEqual({ current_node_id: 'r_9' })
  })

  it('refuse the move beyond that', () => {
    const world = chain(10)
    const { state, result } = enter(world, 'r_1')
    expect(state).toBe(world.state)
    expect(result).toMatchObject({ result: 'refused', code: 'too-many-effects' })
  })

  it('refuse the move if they lead back, also when each leads on twice', () => {
    const ring = house(
      room('hall', 'edge_ids: [attic]') +
        room('attic', `on_enter: [${moveTo('cellar')}, ${moveTo('cellar')}]`) +
        room('cellar', `on_enter: [${moveTo('attic')}, ${moveTo('attic')}]`) +
        room('garden', 'edge_ids: []'),
    )
    expect(enter(ring, 'attic').result).toMatchObject({ code: 'too-many-effects' })
  })

  describe('with long lists of effects', () => {
    const listOf = (count: number, effect: string): string => Array(count).fill(effect).join(', ')
    const steps = (cellar: number, more = ''): World =>
      house(
        room('hall', `edge_ids: [attic]${more}`) +
          room('attic', `on_enter: [${listOf(20, moveTo('cellar'))}]`) +
          room('cellar', `on_enter: [${listOf(cellar, '{narrate: Cold.}')}]`) +
          room('garden', 'edge_ids: []'),
      )

    it('may have 2,000 effects in one call', () => {
      expect(enter(steps(99), 'attic').result).toMatchObject({ result: 'applied' })
      const world = steps(100)
      const { state, result } = enter(world, 'attic')
      expect(result).toMatchObject({ result: 'refused', code: 'too-many-effects' })
      expect(state).toBe(world.state)
    })

    it('share them among the triggers of a turn', () => {
      const trigger = `{condition: true, effects: [${moveTo('attic')}]}`
      const { receipts } = runTriggers(steps(60, `, triggers: [${listOf(3, trigger)}]`), () => {})
      expect(receipts.map(({ result }) => result)).toEqual(['applied', 'refused', 'refused'])
    })
  })
})
