import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gamebookOf } from '../testSupport/findings.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { buildGamebook } from './buildGamebook.ts'
import { readGamebook } from './readGamebook.ts'

describe('the gamebook that is read', () => {
  const gamebook = loadGamebook(readFileSync(new URL('../testSupport/minimal.yaml', import.meta.url), 'utf8'))

  it('has no findings if the file is valid', () => {
    const source = readFileSync(new URL('../testSupport/minimal.yaml', import.meta.url), 'utf8')
    expect(readGamebook(source).diagnostics).toEqual([])
  })

  it('has its types, entities and functions in the order of the file', () => {
    expect(gamebook.entityTypes.map(({ id, traits, hidden }) => [id, traits, hidden])).toEqual([
      ['Path', ['graph'], false],
      ['Spot', ['described', 'graph_node'], false],
    ])
    expect([...gamebook.entities.keys()]).toEqual(['garden_path', 'lawn', 'gate', 'orchard'])
    expect(gamebook.functions.map(({ name }) => name)).toEqual(['walk_to'])
  })

  it('has the parts of the traits', () => {
    expect(gamebook.entities.get('garden_path')?.graph).toEqual({
      nodeTypeId: 'Spot',
      nodeIds: ['lawn', 'gate', 'orchard'],
      startNodeId: 'lawn',
    })
    expect(gamebook.entities.get('lawn')).toMatchObject({
      typeId: 'Spot',
      described: { name: { kind: 'constant', text: 'Lawn' }, enabled: null },
      graphNode: { edges: [{ to: 'gate', enabled: null, otherwise: [], label: null }], requires: null, ending: null },
    })
    expect(gamebook.entities.get('lawn')).not.toHaveProperty('graph')
  })

  it('has the function with its replacement', () => {
    const [tool] = gamebook.functions
    expect(tool).toMatchObject({
      ownerId: 'garden_path',
      mainAction: { kind: 'action', action: 'graph/transition', args: new Map([['entity_id', 'garden_path']]) },
      enabled: null,
    })
    expect([...(tool?.properties ?? [])]).toEqual([['to', 'The spot the player walks to.']])
  })
})

describe('the large example', () => {
  const source = readFileSync(new URL('../testSupport/salt-lantern.yaml', import.meta.url), 'utf8')

  it('is read without a finding', () => {
    expect(readGamebook(source).diagnostics).toEqual([])
  })

  it('has its triggers in their order', () => {
    expect(loadGamebook(source).triggers).toMatchObject([
      { id: 'Ledger#0', effects: [{ action: 'story/ending-reached', args: new Map([['plot', 'the_dark_lamp']]) }] },
      { id: 'Ledger#1', effects: [{ action: 'core/end-game', args: new Map([['reason', 'The night is over.']]) }] },
      { id: 'Ledger#2', effects: [{ action: 'graph/transition' }] },
    ])
  })
})

describe('the parts of a gamebook', () => {
  it('are the edges in order, a later one replacing an earlier one', () => {
    const { gamebook } = readGamebook(
      onMap(
        `{name: A, description: B, edge_ids: [b, c], edges: [{to: b, label: through the door, otherwise: Locked., enabled: [true, "1 < 2"]}, a]}, {name: B, description: B}, {name: C, description: B}`,
      ),
    )
    const edges = gamebook?.entities.get('a')?.graphNode?.edges
    expect(edges?.map(({ to, label, otherwise }) => [to, label, otherwise])).toEqual([
      ['b', 'through the door', [{ if: null, text: 'Locked.' }]],
      ['c', null, []],
      ['a', null, []],
    ])
    expect(edges?.[0]?.enabled).toMatchObject({ source: [true, '1 < 2'], terms: [true, { source: '1 < 2' }] })
  })

  it.each([
    ['true', { title: null, kind: 'neutral', text: null }],
    ['false', null],
    ['{title: Saved, kind: good, text: The light burns.}', { title: 'Saved', kind: 'good', text: 'The light burns.' }],
    ['{}', { title: null, kind: 'neutral', text: null }],
  ])('are the ending %s', (written, ending) => {
    const source = onMap(
      `{name: A, description: B, edge_ids: [b, c]}, {name: B, description: B}, {name: C, description: B, ending: ${written}}`,
    )
    expect(loadGamebook(source).entities.get('c')?.graphNode?.ending).toEqual(ending)
  })

  it.each(['null', "''", 'b'])('are the start %s', (start) => {
    const source = onMap(
      '{name: A, description: B, edge_ids: [b, c]}, {name: B, description: B, edge_ids: [a]}, {name: C, description: B}',
      start,
    )
    expect(loadGamebook(source).entities.get('map')?.graph?.startNodeId).toBe(start === 'b' ? 'b' : 'a')
  })

  it('are the prompt sections of the author', () => {
    expect([...loadGamebook('title: T\nprompt: {role: null, style: Terse., x-note: 1}').prompt]).toEqual([
      ['role', null],
      ['style', 'Terse.'],
    ])
  })

  it('are read alike from YAML and from JSON', () => {
    const types = [{ name: 'Thing', entities: [{ id: 'a', x: '=a.y', y: [1, null, { z: true }] }] }]
    const { model } = buildGamebook(JSON.stringify({ title: 'T', entity_types: types }), 'f')
    expect(model?.entities.get('a')?.fields.get('y')).toEqual([1, null, { z: true }])
  })
})

function onMap(nodes: string, start = 'null'): string {
  return gamebookOf(`  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: map, node_ids: [a, b, c], current_node_id: ${start}}]}
  - {name: Place, traits: [described, graph_node], entities: [${nodes}]}`)
}
