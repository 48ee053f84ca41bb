import { describe, expect, it } from 'vitest'

import type { Json } from '../json.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import type { World } from '../state/world.ts'
import { viewPanel } from './viewPanel.ts'

const ignore = (): void => {}

function withFields(world: World, entities: Record<string, Record<string, Json>>): World {
  return { ...world, state: { ...world.state, entities } }
}

const house = (functions: string, more = '') => `
title: House
entity_types:
  - name: Rooms
    traits: [{name: graph, node_type_id: Room}]
    entities: [{id: house, node_ids: [hall, attic]}]
  - name: Room
    traits: [described, graph_node, container]
    fields: {dust: {type: integer, default: 2, min: 0, max: 3, show: bar}}
    entities:
      - {id: hall, name: Hall, description: '', edges: [attic]}
      - {id: attic, name: Attic, description: '', edges: [hall]}
  - name: Person
    traits: [described, container]
    entities:
      - {id: maid, name: Maid, description: '', functions: [${functions}]}
      - {id: thief, name: Thief, description: ''${more}}
  - name: Thing
    traits: [described, item, container]
    fields: {locked: boolean}
    entities:
      - {id: bag, name: Bag, description: Of straw., held_by: maid, open: not bag.locked, functions: [{target: take, name: put_in_bag}]}
      - {id: egg, name: Egg, description: Warm., held_by: bag}
      - {id: mouse, name: Mouse, description: Grey., held_by: maid, secret: true}
  - name: Token
    traits: [item]
    entities: [{id: mark, held_by: maid}]
`
const carriedBy = (world: World) =>
  viewPanel(world, ignore).inventory.map(({ entityId, items }) => [entityId, items.map((item) => item.entity)])

describe('the inventory', () => {
  it('belongs to whoever takes items; a held bag is listed with its contents', () => {
    const world = loadWorld(house('{target: take, name: take}'))
    expect(carriedBy(world)).toEqual([['maid', ['Bag']]])
    expect(viewPanel(world, ignore).inventory[0]?.items[0]?.items.map((item) => item.entity)).toEqual(['Egg'])
  })

  it('is not a loose bag, unless no one else takes items', () => {
    const world = withFields(loadWorld(house('{target: take, name: take}')), { bag: { held_by: 'hall' } })
    expect(carriedBy(world)).toEqual([['maid', []]])
    expect(carriedBy(loadWorld(house('')))).toEqual([['bag', ['Egg']]])
  })

  it('hides the contents of closed containers', () => {
    const world = withFields(loadWorld(house('{target: take, name: take}')), { bag: { locked: true } })
    expect(viewPanel(world, ignore).inventory[0]?.items[0]?.items).toEqual([])
  })

  it('is that of the holder to whom functions give items, if no one takes any', () => {
    const triggers = ', triggers: [{condition: true, effects: [{item/take: {item: egg}}]}]'
    const given = '{name: find, effects: [{item/take: {item: egg}}]}'
    const source = house(given, triggers).replace(', functions: [{target: take, name: put_in_bag}]', '')
    expect(carriedBy(loadWorld(source))).toEqual([['maid', ['Bag']]])
  })

  it('does not exist if nothing can be taken', () => {
    const source = house('').replace(', functions: [{target: take, name: put_in_bag}]', '')
    expect(carriedBy(loadWorld(source))).toEqual([])
  })

  it('has no secrets and nothing without a name', () => {
    const world = loadWorld(house('{target: take, name: take}'))
    expect(JSON.stringify(viewPanel(world, ignore))).not.toMatch(/Mouse|mark/)
    expect(carriedBy(withFields(world, { mouse: { revealed: true } }))).toEqual([['maid', ['Bag', 'Mouse']]])
  })

  it('stops where containers hold each other', () => {
    const source = house('{target: take, name: take}').replace(
      "description: ''}\n  - name: Thing",
      "description: ''}\n  - name: Thing",
    )
    const world = withFields(loadWorld(source), { bag: { held_by: 'egg' }, egg: { held_by: 'bag' } })
    expect(carriedBy(world)[0]).toEqual(['maid', []])
  })
})

describe('the fields', () => {
  it('of a place are shown while the player is there, by name if they have no label', () => {
    const world = loadWorld(house('{target: take, name: take}').replace('dust:', 'dust_on_shelves:'))
    const there = withFields(world, { house: { current_node_id: 'attic' } })
    expect(viewPanel(world, ignore).fields).toMatchObject([{ entity: 'Hall', label: 'dust on shelves', text: '2' }])
    expect(viewPanel(there, ignore).fields).toMatchObject([{ entity: 'Attic' }])
  })

  it('have a caption that depends on the story, and none where it is empty', () => {
    const declared =
      "fields: {dust: {type: integer, show: text, caption: '{{ hall.sound }}{{ hall.gone }}'}, sound: text}"
    const world = loadWorld(
      house('')
        .replace(/fields: {dust.*/, declared)
        .replace('{id: hall,', '{id: hall, gone: "",'),
    )
    expect(viewPanel(world, ignore).fields).toMatchObject([{ caption: null }])
    expect(viewPanel(withFields(world, { hall: { sound: 'It has turned.' } }), ignore).fields).toMatchObject([
      { caption: 'It has turned.' },
    ])
  })

  it('have a caption that fails without the rest of the panel', () => {
    const failed: string[] = []
    const declared = "fields: {dust: {type: integer, default: 0, show: text, caption: 'Half {{ 1 / hall.dust }}.'}}"
    const world = loadWorld(house('').replace(/fields: {dust.*/, declared))
    expect(viewPanel(world, (where) => failed.push(where)).fields).toMatchObject([{ text: '0', caption: '(error)' }])
    expect(failed).toEqual(['hall.dust.caption'])
  })

  it('that are false or an empty list are marked as empty', () => {
    const declared =
      'fields: {dust: {type: boolean, show: icon}, wet: {type: boolean, show: text}, guests: {type: list, show: list}, size: {type: integer, show: text}}'
    const world = loadWorld(house('').replace(/fields: {dust.*/, declared))
    const emptyOf = (at: World) => viewPanel(at, ignore).fields.map(({ isEmpty }) => isEmpty)
    expect(emptyOf(world)).toEqual([true, true, true, false])
    expect(emptyOf(withFields(world, { hall: { dust: true, wet: true, guests: ['Ada'] } }))).toEqual(
      Array(4).fill(false),
    )
  })

  it('that fail say so, and are reported', () => {
    const failed: string[] = []
    const source = `
title: Broken
entity_types:
  - name: Person
    traits: [described]
    fields: {hope: {type: number, default: "=1 / count(hero.friends)", min: 0, max: 1, show: bar}, friends: list}
    entities: [{id: hero, name: Hero, description: Alone.}]
`
    expect(viewPanel(loadWorld(source), (where) => failed.push(where)).fields).toMatchObject([
      { show: 'text', text: '(error)' },
    ])
    expect(failed).toEqual(['hero.hope'])
  })
})
