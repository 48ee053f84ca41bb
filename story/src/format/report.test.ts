import { describe, expect, it } from 'vitest'
import { gamebookOf } from '../testSupport/findings.ts'
import { formatDiagnostic, splitSource } from './diagnostics/formatDiagnostic.ts'
import { fileDiagnostic } from './diagnostics/fileDiagnostic.ts'
import { readGamebook } from './readGamebook.ts'

const FAULTY = `titel: The Well
image: ../well.png
entity_types:
  - name: Places
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: village
        node_ids: [square, chapel, crypt]
        functions: [{target: transition, name: go to}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Square, description: 5, edge_ids: [chapel, nowhere]}
      - {name: Chapel, description: B, enabled: village.current_node_id = 'square'}
  - name: Rope
    entities:
      - {id: Rope, colour: yes}
`

describe('a report', () => {
  it('holds all findings in the order of the file, each with its path', () => {
    const { diagnostics, gamebook } = readGamebook(FAULTY)
    expect(gamebook).toBeNull()
    expect(diagnostics.map(({ code, line, column, path }) => `${line}:${column} ${path} ${code}`)).toEqual([
      '1:1 titel misspelled-key',
      '2:8 image image-outside',
      '8:36 entity_types[0].entities[0].node_ids[2] unknown-reference',
      '9:48 entity_types[0].entities[0].functions[0].name bad-tool-name',
      '13:37 entity_types[1].entities[0].description wrong-type',
      '13:59 entity_types[1].entities[0].edge_ids[1] unknown-reference',
      '14:73 entity_types[1].entities[1].enabled expression-parse',
      '17:14 entity_types[2].entities[0].id bad-id',
      '17:28 entity_types[2].entities[0].colour yaml-1-1-scalar',
    ])
  })

  it('has no errors if there are only warnings, and includes the gamebook', () => {
    const { diagnostics, gamebook } = readGamebook('title: T\nautor: A')
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning'])
    expect(gamebook?.title).toBe('T')
  })

  it('reports a repeated alias once', () => {
    const { diagnostics } = readGamebook(
      gamebookOf(`  - name: Thing
    entities:
      - {id: a, functions: &tools [{target: fly}]}
      - {id: b, functions: *tools}`),
    )
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-target'])
  })

  it('stops at a thousand findings and says so', () => {
    const fields = Array.from({ length: 1200 }, (_, index) => `Field${index}: 1`).join(', ')
    const { diagnostics, gamebook } = readGamebook(gamebookOf(`  - {name: Thing, entities: [{id: a, ${fields}}]}`))
    expect(diagnostics).toHaveLength(1001)
    expect(diagnostics.at(-1)).toMatchObject({ code: 'limit', severity: 'warning' })
    expect(gamebook).not.toBeNull()
  })

  it.each([
    ['tag', `title: !${'x'.repeat(100_000)} T`],
    ['key without a value', ':'.repeat(100_000)],
    ['key', `title: T\nentity_types:\n  - ? ${'x'.repeat(100_000)}\n    : 1`],
  ])('does not repeat all of a long %s', (_, source) => {
    const { diagnostics } = readGamebook(source)
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(JSON.stringify(diagnostics).length).toBeLessThan(4000 * diagnostics.length)
  })

  it('has no gamebook for an error beyond the limit', () => {
    const fields = Array.from({ length: 1200 }, (_, index) => `Field${index}: 1`).join(', ')
    const source = gamebookOf(`  - {name: Thing, entities: [{id: a, ${fields}}, {id: B}, {id: b, x: =c.y}]}`)
    expect(readGamebook(source).gamebook).toBeNull()
  })
})

describe('a finding as text', () => {
  it('shows the line with a marker', () => {
    const source = 'title: T\nauthor: [A]'
    const [finding] = readGamebook(source).diagnostics
    expect(finding && formatDiagnostic(finding, splitSource(source))).toBe(
      [
        'llm-gamebook.yaml:2:9 error wrong-type: Expected text, found a list.',
        '  author: [A]',
        '          ^',
        '  Write text. Remove the brackets, or put the whole text in double quotes if they belong to it.',
      ].join('\n'),
    )
  })

  it('shows its related locations', () => {
    const [finding] = readGamebook('title: T\ntitle: U').diagnostics
    expect(finding && formatDiagnostic(finding)).toContain('llm-gamebook.yaml:1:1 "title" is first used here.')
  })

  it('cuts long lines around the marker', () => {
    const source = `title: T\nx-long: ${'a'.repeat(500)}\nimage: ${'b'.repeat(500)}.svg`
    const [finding] = readGamebook(source).diagnostics
    const lines = (finding === undefined ? '' : formatDiagnostic(finding, splitSource(source))).split('\n')
    expect(lines[1]?.length).toBe(122)
    expect(lines[2]).toBe(`${' '.repeat(9)}^`)
  })

  it('can concern a whole file', () => {
    const finding = fileDiagnostic('file-missing', 'example/well', 'There is no llm-gamebook.yaml.', 'Add one.')
    expect(formatDiagnostic(finding)).toBe(
      'example/well:1:1 error file-missing: There is no llm-gamebook.yaml.\n  Add one.',
    )
  })
})
