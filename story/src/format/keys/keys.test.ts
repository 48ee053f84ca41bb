import { describe, expect, it } from 'vitest'

import { readGamebook } from '../readGamebook.ts'
import { commonEntityKeys, edgeKeys, endingKeys, traitKeys } from './entityKeys.ts'
import { entityTypeKeys } from './entityTypeKeys.ts'
import { fieldKeys } from './fieldKeys.ts'
import { effectKeys, functionKeys, parameterKeys, triggerKeys } from './functionKeys.ts'
import { gamebookKeys, ignoredKeys, promptSections } from './gamebookKeys.ts'
import { namesOf, type Keys } from './key.ts'

const nodeWith = (keys: string): string =>
  `title: T\nentity_types: [{name: N, hidden: true, traits: [graph_node], entities: [{id: n, ${keys}}]}]`
const entityWith = (keys: string): string => `title: T\nentity_types: [{name: N, entities: [{id: n, ${keys}}]}]`
const parameterOf = (keys: string): string =>
  entityWith(`functions: [{name: f, effects: [], parameters: {p: {unknown_key: 1, ${keys}}}}]`)

/** A gamebook with an unknown key in each part. The hint of its warning lists the keys that the reader knows there. */
const PARTS: readonly (readonly [string, Keys, readonly string[]])[] = [
  ['a gamebook', gamebookKeys, ['title: T\nunknown_key: 1']],
  ['a prompt', promptSections, ['title: T\nprompt: {unknown_key: x}']],
  ['an entity type', entityTypeKeys, ['title: T\nentity_types: [{name: N, entities: [], unknown_key: 1}]']],
  [
    'a field',
    fieldKeys,
    ['title: T\nentity_types: [{name: N, entities: [], fields: {a: {type: text, unknown_key: 1}}}]'],
  ],
  ['an edge', edgeKeys, [nodeWith('edges: [{to: n, unknown_key: 1}]')]],
  ['an ending', endingKeys, [nodeWith('ending: {unknown_key: 1}')]],
  ['a function', functionKeys, [entityWith('functions: [{name: f, effects: [], unknown_key: 1}]')]],
  ['a trigger', triggerKeys, [entityWith('triggers: [{condition: true, name: a/b, unknown_key: 1}]')]],
  ['an effect', effectKeys, [entityWith('triggers: [{condition: true, effects: [{action: a/b, unknown_key: 1}]}]')]],
  [
    'a parameter',
    parameterKeys,
    [
      parameterOf('type: text'),
      parameterOf('type: integer, min: 1, max: 2'),
      parameterOf('type: choice, values: [a]'),
      parameterOf('type: entity'),
    ],
  ],
]

function knownKeys(yaml: string): readonly string[] {
  const hint = readGamebook(yaml).diagnostics.find(({ code }) => code === 'unknown-key')?.hint
  const list = /^Available: ([^.]*)\./.exec(hint ?? '')?.[1]
  return list?.split(', ') ?? expect.unreachable(`no list of keys in "${hint}"`)
}

describe('the tables of keys', () => {
  it.each(PARTS)('have exactly the keys that the reader knows in %s', (_, keys, gamebooks) => {
    expect(new Set(gamebooks.flatMap(knownKeys))).toEqual(new Set(namesOf(keys)))
  })

  it('have only keys that the reader ignores in a gamebook', () => {
    const written = namesOf(ignoredKeys).map((key) => `${key}: 1\n`)
    expect(readGamebook(`title: T\n${written.join('')}`).diagnostics).toEqual([])
  })

  const keysOfEntities = [
    ...namesOf(commonEntityKeys).map((key) => ['every entity', key] as const),
    ...namesOf(traitKeys).flatMap((trait) => namesOf(traitKeys[trait]).map((key) => [trait, key] as const)),
  ]

  it.each(keysOfEntities)('have keys that the reader knows in an entity: %s, %s', (trait, key) => {
    const traits =
      trait === 'every entity' ? '' : `, traits: [${trait === 'graph' ? '{name: graph, node_type_id: N}' : trait}]`
    const { diagnostics } = readGamebook(
      `title: T\nentity_types: [{name: N, hidden: true${traits}, entities: [{id: n, ${key}: {a: {b: []}}}]}]`.replace(
        'id: n, id:',
        'id:',
      ),
    )
    expect(diagnostics.map(({ path }) => path)).toContainEqual(expect.stringContaining(`entities[0].${key}`))
  })
})
