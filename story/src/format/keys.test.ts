import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { readGamebook } from './readGamebook.ts'

describe('the keys of a project', () => {
  it.each([
    ['missing-key', '⟪author: A'],
    ['wrong-type', 'title: ⟪5'],
    ['wrong-type', 'title: ⟪'],
    ['wrong-type', 'title: T\nauthor: ⟪[A]'],
    ['wrong-type', 'title: T\nprompt: {role: ⟪5}'],
    ['wrong-type', 'title: T\nprompt: ⟪[role]'],
    ['wrong-type', 'title: T\nentity_types: ⟪{}'],
    ['wrong-type', 'title: T\nentity_types: [⟪Place]'],
    ['unknown-key', 'title: T\n⟪autor: A'],
    ['unknown-key', 'title: T\nprompt: {⟪rolle: A}'],
    ['image-outside', 'title: T\nimage: ⟪../cover.png'],
    ['image-outside', 'title: T\nimage: ⟪/cover.png'],
    ['image-outside', 'title: T\nimage: ⟪C:/cover.png'],
    ['image-outside', 'title: T\nimage: ⟪https://example.org/cover.png'],
    ['image-outside', 'title: T\nimage: ⟪pictures\\cover.png'],
    ['image-type', 'title: T\nimage: ⟪cover.svg'],
    ['image-type', "title: T\nimage: ⟪''"],
  ])('have %s at the mark', expectFindings)

  it('may be null where the table says so', () => {
    const source = 'title: T\ndescription: null\nauthor:\nimage: ~\nprompt: {role: null}'
    expect(readGamebook(source).diagnostics).toEqual([])
  })

  it('may include the id and source of older programs, and x- keys of the author', () => {
    expect(readGamebook('title: T\nid: {a: 1}\nsource: 5\nx-notes: [1]').diagnostics).toEqual([])
  })

  it('are suggested for a near miss', () => {
    const { diagnostics } = readGamebook('title: T\nautor: A\nsomething: else')
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'Did you mean "author"?',
      expect.stringContaining('Available: title, description, author'),
    ])
  })

  it.each(['cover.png', 'pictures/the cover.JPEG', './a.webp'])('name the image %s inside the folder', (image) => {
    expect(readGamebook(`title: T\nimage: ${image}`).gamebook?.image).toBe(image)
  })
})

describe('the keys of an entity type', () => {
  it.each([
    ['missing-key', '  - ⟪{id: Thing, entities: []}'],
    ['missing-key', '  - ⟪{name: Thing}'],
    ['wrong-type', '  - {name: ⟪5, id: Thing, entities: []}'],
    ['wrong-type', '  - {name: Thing, entities: ⟪null}'],
    ['wrong-type', '  - {name: Thing, entities: [⟪rope]}'],
    ['wrong-type', '  - {name: Thing, hidden: ⟪yes please, entities: []}'],
    ['wrong-type', '  - {name: Thing, instructions: ⟪[a], entities: []}'],
    ['wrong-type', '  - {name: Thing, traits: ⟪described, entities: []}'],
    ['wrong-type', '  - {name: Thing, traits: [⟪5], entities: []}'],
    ['wrong-type', '  - {name: Thing, fields: ⟪[], entities: []}'],
    ['wrong-type', '  - {name: Thing, triggers: ⟪{}, entities: []}'],
    ['unknown-key', '  - {name: Thing, ⟪entitys: [], entities: []}'],
    ['unknown-trait', '  - {name: Thing, traits: [⟪descibed], entities: []}'],
    ['missing-key', '  - {name: Thing, traits: [⟪{node_type_id: Place}], entities: []}'],
    ['missing-key', '  - {name: Thing, traits: [⟪graph], entities: []}'],
    ['duplicate-trait', '  - {name: Thing, traits: [described, ⟪described], hidden: true, entities: []}'],
    ['duplicate-trait', '  - {name: Thing, traits: [described, {name: ⟪described}], entities: []}'],
    ['unknown-option', '  - {name: Thing, traits: [{name: described, ⟪colour: red}], entities: []}'],
    ['unknown-option', '  - {name: Thing, traits: [{name: described, options: {⟪colour: red}}], entities: []}'],
    ['wrong-type', '  - {name: Thing, traits: [{name: described, options: ⟪5}], entities: []}'],
    ['type-not-told', '  - ⟪name: Thing\n    traits: [described]\n    entities: [{name: A, description: B}]'],
    [
      'type-not-told',
      '  - ⟪{name: Thing, instructions: "", traits: [described], entities: [{name: A, description: B}]}',
    ],
  ])('have %s at the mark', (codes, types) => expectFindings(codes, gamebookOf(types)))

  it.each([
    ['hidden', '  - {name: Thing, hidden: true, traits: [described], entities: [{name: A, description: B}]}'],
    ['without entities', '  - {name: Thing, traits: [described], entities: []}'],
    ['with options for the author', '  - {name: Thing, traits: [{name: described, x-why: 1}], entities: []}'],
    ['with empty lists of triggers and fields', '  - {name: Thing, triggers: [], fields: {}, entities: []}'],
  ])('have no findings %s', (_, types) => expect(readGamebook(gamebookOf(types)).diagnostics).toEqual([]))

  it.each([
    '{name: graph, node_type_id: Place}',
    '{name: graph, options: {node_type_id: Place}}',
    '{name: graph, options: {node_type_id: Nowhere}, node_type_id: Place}',
  ])('spell the same trait as %s', (trait) => {
    const { gamebook } = readGamebook(
      gamebookOf(`  - {name: Map, traits: [${trait}], entities: [{id: map, node_ids: [a]}]}
  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B}]}`),
    )
    expect(gamebook?.entities.get('map')?.graph?.nodeTypeId).toBe('Place')
  })
})

describe('the keys of an entity', () => {
  it.each([
    ['missing-id missing-key missing-key', '⟪⟪⟪{enabled: true}'],
    ['missing-key', '⟪{name: A}'],
    ['wrong-type', '{name: A, description: ⟪null}'],
    ['wrong-type', '{name: A, description: B, functions: ⟪5}'],
    ['wrong-type', '{name: A, description: B, functions: [⟪5]}'],
    ['wrong-type', '{name: A, description: B, triggers: ⟪5}'],
    ['wrong-type', '{name: A, description: B, secret: ⟪maybe}'],
    ['reserved-name', '{name: A, description: B, ⟪revealed: true}'],
    ['reserved-name', '{name: A, description: B, ⟪entity_type: Thing}'],
    ['near-miss-field', '{name: A, description: B, ⟪enabeld: false}'],
    ['near-miss-field', '{name: A, description: B, ⟪function: []}'],
    ['near-miss-field', '{name: A, description: B, ⟪fields: {oil: {type: integer}}}'],
    ['near-miss-field', '{name: A, description: B, ⟪fields: }'],
    ['near-miss-field', '{name: A, description: B, ⟪traits: [item]}'],
    ['near-miss-field', '{name: A, description: B, ⟪entities: [{name: C}]}'],
    ['unreadable-field', '{name: A, description: B, ⟪hasRope: true}'],
    ['unreadable-field', '{name: A, description: B, ⟪and: true}'],
  ])('have %s at the mark', (codes, entity) => expectFindings(codes, describedThing(entity)))

  it('may be null where the table says so, and anything if they begin with x-', () => {
    const source = describedThing('{name: A, description: "", functions: null, triggers: null, x-note: yes}')
    expect(readGamebook(source).diagnostics).toEqual([])
  })

  it('are custom fields unless a trait claims them', () => {
    const { gamebook } = readGamebook(
      gamebookOf('  - {name: Thing, entities: [{id: a, enabled: b, node_ids: [c, 1]}]}'),
    )
    expect(gamebook?.entities.get('a')?.fields).toEqual(
      new Map<string, unknown>([
        ['enabled', 'b'],
        ['node_ids', ['c', 1]],
      ]),
    )
  })

  it("can't be read if a trait computes a field of the same name", () => {
    expectFindings(
      'unreadable-field',
      gamebookOf(`  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: map, node_ids: [a], ⟪current_node: 5}]}
  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B}]}`),
    )
  })
})

it('lets a field be called like a key of types if the type declares it, or if it is a text', () => {
  const type = '{name: Farm, hidden: true, fields: {fields: {type: list}}, entities: [{id: farm, fields: [rye]}]}'
  const { diagnostics, gamebook } = readGamebook(gamebookOf(`  - ${type}`))
  expect(diagnostics).toEqual([])
  expect(gamebook?.entities.get('farm')?.fields.get('fields')).toEqual(['rye'])
  expect(readGamebook(describedThing('{name: A, description: B, fields: Barley and rye}')).diagnostics).toEqual([])
})

function describedThing(entity: string): string {
  return gamebookOf(`  - {name: Thing, hidden: true, traits: [described], entities: [${entity}]}`)
}
