import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { readGamebook } from './readGamebook.ts'

describe('the id of an entity', () => {
  it.each([
    ['bad-id', '{id: ⟪Rope}'],
    ['bad-id', '{id: ⟪2nd}'],
    ['bad-id', `{id: ⟪${'a'.repeat(65)}}`],
    ['bad-id', '{name: ⟪日本}'],
    ['wrong-type', '{id: ⟪5}'],
    ['wrong-type', '{id: ⟪null, name: Rope}'],
    ['missing-id', '⟪{colour: red}'],
    ['missing-id', '⟪{name: 5}'],
    ['missing-id', '⟪{name: "=1 + 1"}'],
    ['missing-id', '⟪{name: "{{ 1 }}"}'],
    ['reserved-name', '{id: ⟪not}'],
    ['reserved-name', '{name: ⟪And}'],
    ['duplicate-id', '{id: rope}, {name: ⟪Rope}'],
  ])('is %s at the mark', (codes, entities) => expectFindings(codes, things(entities)))

  it.each([
    ["O'Brien", 'o_brien'],
    ['2nd Floor', '2_nd_floor'],
    ['Señora Vélez', 'senora_velez'],
    ['constructor', 'constructor'],
    ['__proto__', '_proto_'],
  ])('comes from the name %s as %s', (name, id) => {
    expect([...(readGamebook(things(`{name: "${name}"}`)).gamebook?.entities.keys() ?? [])]).toEqual([id])
  })

  it('is unique in the whole gamebook, and both locations are shown', () => {
    const source = gamebookOf(`  - {name: Thing, entities: [{id: rope}]}
  - {name: Person, entities: [{id: rope}]}`)
    expect(readGamebook(source).diagnostics).toMatchObject([
      { code: 'duplicate-id', line: 4, related: [{ line: 3, column: 35 }] },
    ])
  })

  it('is suggested if it is malformed', () => {
    expect(readGamebook(things('{id: Long Rope}')).diagnostics[0]?.hint).toBe('Write "long_rope", for example.')
  })
})

describe('the id of a type', () => {
  it.each([
    ['bad-id', '  - {name: Thing, id: ⟪thing, entities: []}'],
    ['bad-id', '  - {name: ⟪日本, entities: []}'],
    ['wrong-type', '  - {name: Thing, id: ⟪null, entities: []}'],
    ['duplicate-id', '  - {name: Thing, entities: []}\n  - {name: Other, id: ⟪Thing, entities: []}'],
  ])('is %s at the mark', (codes, types) => expectFindings(codes, gamebookOf(types)))

  it('comes from the name', () => {
    const { gamebook } = readGamebook(gamebookOf('  - {name: Story Arc Node, entities: []}'))
    expect(gamebook?.entityTypes[0]?.id).toBe('StoryArcNode')
  })
})

function things(entities: string): string {
  return gamebookOf(`  - {name: Thing, entities: [${entities}]}`)
}
