import fc from 'fast-check'
import { parse } from 'yaml'
import type { Json } from '../json.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { editedTexts } from '../testSupport/editedTexts.ts'
import { FULL } from '../testSupport/full.ts'
import { readGamebook } from './readGamebook.ts'

const MINIMAL = readFileSync(new URL('../testSupport/minimal.yaml', import.meta.url), 'utf8')
const LARGE = readFileSync(new URL('../testSupport/salt-lantern.yaml', import.meta.url), 'utf8')

describe('limits', () => {
  it('refuse a file over two mebibytes without parsing it', () => {
    expect(codesOf('a'.repeat(5 * 1024 * 1024))).toEqual(['file-too-large'])
    expect(codesOf(new Uint8Array(5 * 1024 * 1024))).toEqual(['file-too-large'])
    expect(codesOf(`title: ${'é'.repeat(1024 * 1024)}`)).toEqual(['file-too-large'])
  })

  it.each([
    ['block lists', '- '.repeat(100_000)],
    ['flow lists', '['.repeat(1_000_000)],
    ['flow mappings', '{a: '.repeat(400_000)],
    ['block mappings', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['explicit keys', '? '.repeat(100_000)],
  ])('refuse %s that are too deep', (_, source) => expect(codesOf(source)).toEqual(['too-deep']))

  it('allow at most 32 levels', () => {
    expect(codesOf(`title: T\nx-deep: ${'['.repeat(31)}${']'.repeat(31)}`)).toEqual([])
    expectFindings('too-deep', `title: T\nx-deep: ${'['.repeat(31)}⟪[${']'.repeat(32)}`)
  })

  it('refuse more than 200,000 keys and values', () => {
    const keys = (count: number) =>
      `title: T\nx-map:\n${Array.from({ length: count }, (_, key) => `  k${key}: 1\n`).join('')}`
    expect(readGamebook(keys(100_000)).diagnostics).toMatchObject([{ code: 'limit', line: 100_001 }])
  })

  it('count the levels behind aliases', () => {
    const chain = Array.from({ length: 40 }, (_, index) => `x-${index + 1}: &a${index + 1} [*a${index}]`).join('\n')
    expect(codesOf(`title: T\nx-0: &a0 [1]\n${chain}`)).toEqual(['too-deep'])
    expectFindings('too-deep', 'title: T\nx-ring: &ring [⟪*ring]')
  })

  it('refuse aliases that multiply', () => {
    const bomb = ['x-0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]']
    for (let level = 1; level < 10; level += 1) bomb.push(`x-${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`)
    expect(codesOf(`title: T\n${bomb.join('\n')}`)).toEqual(['too-many-aliases'])
  })

  it('count alias uses as the yaml package does', () => {
    expect(codesOf(`title: T\nx-a: &a 1\nx-b: [${'*a, '.repeat(100)}]`)).toEqual([])
    expect(codesOf(`title: T\nx-a: &a 1\nx-b: [${'*a, '.repeat(101)}]`)).toEqual(['too-many-aliases'])
  })

  it('refuse few aliases of something large', () => {
    const large = `[${'1,'.repeat(20_000)}]`
    expect(codesOf(`title: T\nx-a: &a ${large}\nx-b: [${'*a, '.repeat(20)}]`)).toEqual(['too-many-aliases'])
  })

  it.each([
    ['a text', `title: ⟪${'a'.repeat(20_001)}`],
    [
      'entity types',
      `title: T\nentity_types:\n${Array.from({ length: 201 }, (_, index) => `  - ${index === 200 ? '⟪' : ''}{name: Type ${index}, entities: []}\n`).join('')}`,
    ],
    [
      'entities',
      gamebookOf(
        `  - name: Thing\n    entities:\n${Array.from({ length: 10_001 }, (_, index) => `      - ${index === 10_000 ? '⟪' : ''}{id: a${index}}\n`).join('')}`,
      ),
    ],
  ])('are kept by %s', (_, marked) => expectFindings('limit', marked))
})

describe('a hostile file', () => {
  it.each([
    ['20 000 keys', `title: T\nx-map: {${Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join(', ')}}`],
    ['the same key again and again', 'a: 1\n'.repeat(20_000)],
    [
      'many wrong references',
      gamebookOf(
        `  - name: Map\n    traits: [{name: graph, node_type_id: Map}, graph_node]\n    entities: [{id: map, node_ids: [${Array.from({ length: 20_000 }, (_, index) => `node_${index}`).join(', ')}]}]`,
      ),
    ],
    ['many anchors', Array.from({ length: 20_000 }, (_, index) => `k${index}: &a${index} 1`).join('\n')],
    [
      'many merges',
      `title: T\nx-0: &a0 {k: 1}\n${Array.from({ length: 30 }, (_, index) => `x-${index + 1}: &a${index + 1} {<<: [*a${index}, *a${index}]}`).join('\n')}`,
    ],
    ['many documents', '---\na: 1\n'.repeat(5_000)],
    ['many quotes', '"'.repeat(20_000)],
    ['many colons', ': '.repeat(100_000)],
    ['many YAML 1.1 scalars', `[${'yes, '.repeat(20_000)}]`],
    ['many tags', `[${'!a b, '.repeat(4_000)}]`],
  ])('is read quickly: %s', (_, source) => {
    expect(readGamebook(source).diagnostics.length).toBeLessThanOrEqual(1001)
  })

  it('may use the names of the prototype as ids and keys', () => {
    const { gamebook, diagnostics } = readGamebook(
      gamebookOf(`  - name: Thing
    entities:
      - {id: constructor, __proto__: {polluted: true}, valueOf: 1, x: =constructor.tostring, tostring: 2}
      - {id: to_string, hasOwnProperty: [1]}`),
    )
    expect(diagnostics.map(({ code }) => code)).toEqual(['unreadable-field', 'unreadable-field'])
    expect(gamebook?.entities.get('constructor')?.fields.get('__proto__')).toEqual({ polluted: true })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(codesOf('title: T\n__proto__: {a: 1}\nprompt: {constructor: A}')).toEqual(['unknown-key', 'unknown-key'])
    expect(codesOf(gamebookOf('  - {name: Thing, traits: [constructor, {name: __proto__}], entities: []}'))).toEqual([
      'unknown-trait',
      'unknown-trait',
    ])
  })

  it('may merge mappings, whose own keys come first', () => {
    const { gamebook, diagnostics } = readGamebook(`title: T
x-tools: &common {target: transition, description: Go.}
entity_types:
  - {name: Place, traits: [described, graph_node], entities: [{name: A, description: B}]}
  - name: Map
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: map, node_ids: [a], functions: [{<<: *common, name: go}, {description: Walk., name: walk, <<: [*common, {name: other}]}]}]`)
    expect(diagnostics).toEqual([])
    expect(gamebook?.functions.map(({ name, description }) => [name, description])).toMatchObject([
      ['go', { text: 'Go.' }],
      ['walk', { text: 'Walk.' }],
    ])
  })

  it('never makes the reader throw, after any change to a valid file', () => {
    fc.assert(
      fc.property(editedTexts([MINIMAL, LARGE.slice(0, 6000)]), (source) => {
        const { diagnostics, gamebook } = readGamebook(source)
        expect(gamebook === null).toBe(diagnostics.some(({ severity }) => severity === 'error'))
        expect(diagnostics.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('never makes the reader throw, with any value in any position', () => {
    const good: Json = parse(FULL)
    expect(codesOf(JSON.stringify(good))).toEqual([])
    const paths = pathsOf(good)
    const values = fc.oneof(
      fc.json({ maxDepth: 3 }).map(toJson),
      fc.constantFrom(...HOSTILE_VALUES),
      fc.constantFrom(...paths).map((path) => valueAt(good, path)),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), values), { minLength: 1, maxLength: 4 }), (changes) => {
        const source = JSON.stringify(changes.reduce((book, [path, value]) => withValue(book, path, value), good))
        const { diagnostics, gamebook } = readGamebook(source)
        expect(gamebook === null).toBe(diagnostics.some(({ severity }) => severity === 'error'))
      }),
      { numRuns: 100 },
    )
  })

  it('never makes the reader throw, with any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => Array.isArray(readGamebook(bytes).diagnostics)))
  })
})

const HOSTILE_VALUES: readonly Json[] = [
  '__proto__',
  '=',
  '==',
  '=param.x',
  '=roll.total',
  '=player.skill',
  'constructor',
  '999999999999999999d6',
  1e308,
  -0,
  '{{',
  [],
  {},
  null,
]

function toJson(text: string): Json {
  const value: Json = JSON.parse(text)
  return value
}

type Step = string | number

function pathsOf(value: Json): readonly (readonly Step[])[] {
  if (value === null || typeof value !== 'object') return [[]]
  const entries: (readonly [Step, Json])[] = isList(value)
    ? value.map((element, index) => [index, element] as const)
    : Object.entries(value)
  return [[], ...entries.flatMap(([step, inner]) => pathsOf(inner).map((path) => [step, ...path]))]
}

function valueAt(value: Json, [step, ...rest]: readonly Step[]): Json {
  return step === undefined ? value : valueAt(childOf(value, step), rest)
}

function withValue(value: Json, [step, ...rest]: readonly Step[], changed: Json): Json {
  if (step === undefined) return changed
  if (value === null || typeof value !== 'object') return value
  const child = withValue(childOf(value, step), rest, changed)
  return isList(value) ? value.map((element, index) => (index === step ? child : element)) : { ...value, [step]: child }
}

function childOf(value: Json, step: Step): Json {
  if (value === null || typeof value !== 'object') return null
  return (isList(value) ? value[Number(step)] : value[step]) ?? null
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function codesOf(source: string | Uint8Array): readonly string[] {
  return readGamebook(source).diagnostics.map(({ code }) => code)
}
