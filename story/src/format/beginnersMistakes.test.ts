import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { readGamebook } from './readGamebook.ts'

describe('a misspelled key that other parts of the file need', () => {
  const rooms = (key: string) => `title: T
entity_types:
  - name: Places
    instructions: Describe them.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: house, node_ids: [hall]}
  - name: Place
    ${key}: [described, graph_node, container]
    entities:
      - {name: Hall, description: A hall., ending: true}
  - name: Thing
    instructions: Play them.
    traits: [described, item]
    entities:
      - {name: Rope, description: A rope., held_by: hall}
`

  it('is the only finding', () => {
    expect(readGamebook(rooms('traits')).diagnostics).toEqual([])
    expect(readGamebook(rooms('trait')).diagnostics).toMatchObject([
      {
        code: 'misspelled-key',
        severity: 'error',
        line: 9,
        column: 5,
        message: 'There is a key "trait" here, but no key "traits".',
        hint: 'Did you mean "traits"?',
      },
    ])
  })

  it.each([
    ['a key of the gamebook', '⟪Title: T'],
    ['a key of a node', `title: T\n${nodes('{name: Hall, ⟪descripton: x}')}`],
    ['a key with a Cyrillic letter', `title: T\n${nodes('{name: Hall, ⟪d\u0435scription: x}')}`],
    ['a key with a zero-width space', `title: T\n${nodes('{name: Hall, ⟪description\u200b: x}')}`],
    ['an argument of an action', functionWith('effects: [{clock/advance: {⟪minuts: 5, entity_id: c}}]')],
    ['an argument of a check', functionWith('check: {roll: 2d6, ⟪at-least: 5}')],
  ])('is reported in its place: %s', (_, marked) => expectFindings('misspelled-key', marked))

  it('is found with others', () => {
    const { diagnostics } = readGamebook(`titel: T\n${nodes('{name: Hall, descripton: x}')}`)
    expect(diagnostics.map(({ line, code, hint }) => `${line} ${code} ${hint}`)).toEqual([
      '1 misspelled-key Did you mean "title"?',
      expect.stringContaining('misspelled-key Did you mean "description"?'),
    ])
  })

  it('remains a warning where nothing else is wrong', () => {
    expectFindings('unknown-key', `title: T\n⟪autor: A`)
  })

  it('remains a custom field where its meaning changes no error', () => {
    const source = `title: 5\n${nodes('{name: Hall, description: x, desription: y}')}`
    expect(readGamebook(source).diagnostics.map(({ code }) => code)).toEqual(['wrong-type', 'near-miss-field'])
  })

  it('names the instructions, without which a type is not sent to the narrator', () => {
    const type = '  - {name: Thing, traits: [described], ⟪instruction: Play it., entities: [{name: A, description: b}]}'
    expectFindings('unknown-key', gamebookOf(type))
  })
})

describe('a value of the wrong type', () => {
  it.each([
    ['once: yes', 'Write true.'],
    ['once: Off', 'Write false.'],
    ['details:\n          - stones: Wet.\n          - weed: Green.', 'Remove the dash at the start of each line'],
    [
      'triggers:\n        - condition: true\n          effects:\n        - graph/transition: {to: a}',
      'indent what belongs',
    ],
  ])('has a hint for %j', (written, remedy) => {
    const key = written.startsWith('once') ? `triggers: [{condition: true, name: a/b, ${written}}]` : written
    const source = gamebookOf(`  - name: Thing
    hidden: true
    traits: [described]
    entities:
      - id: a
        name: A
        description: b
        ${key}
`)
    const [finding] = readGamebook(source).diagnostics
    expect(finding?.hint).toContain(remedy)
  })

  it.each([
    ['integer, min: 0, max: 2', 'one', 'Write a whole number from 0 to 2, or change'],
    ['integer, max: 2', '3', 'Write a whole number to 2, or change'],
    ['integer', '\u22121', 'Type - instead'],
    ['number', 'half', 'Write a number, or change'],
    ['boolean', 'open', 'Write true or false, or change'],
    ['text, values: [calm, cross], default: calm', 'angry', 'Write one of calm, cross, or change'],
    ['list', 'a', 'Write a list, or change'],
  ])('of a field of type %s has a hint for %s', (declaration, value, remedy) => {
    const [finding] = readGamebook(
      gamebookOf(`  - {name: Thing, fields: {n: {type: ${declaration}}}, entities: [{id: a, n: ${value}}]}`),
    ).diagnostics
    expect(finding?.hint).toContain(remedy)
  })
})

function nodes(node: string): string {
  return `entity_types:
  - {name: Places, traits: [{name: graph, node_type_id: Place}], entities: [{id: house, node_ids: [hall]}]}
  - {name: Place, traits: [described, graph_node], entities: [${node}]}`
}

function functionWith(keys: string): string {
  return gamebookOf(`  - name: Thing
    hidden: true
    traits: [clock]
    entities:
      - {id: c, start: "09:00", functions: [{name: f, description: d, ${keys}}]}`)
}
