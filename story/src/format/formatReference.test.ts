import Ajv from 'ajv'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { z } from 'zod'

import {
  buildGrowingTools,
  buildOpening,
  buildStateUpdate,
  buildSystemText,
  buildTools,
  buildTurnText,
  callFunction,
  listActionLines,
  listToolNames,
  parseState,
  readGamebook,
  startState,
  toKebab,
  worldOf,
  type Gamebook,
  type Json,
  type World,
} from '../index.ts'
import { diagnosticCodes } from './diagnostics/diagnosticCodes.ts'
import { limits } from './diagnostics/limits.ts'
import { promptSections } from './keys/gamebookKeys.ts'
import { namesOf } from './keys/key.ts'

const DOCS = new URL('../../../docs/', import.meta.url)
const reference = readFileSync(new URL('gamebook-format.md', DOCS), 'utf8')
const published = readFileSync(new URL('llm-gamebook.schema.json', DOCS), 'utf8')
const schema = z.json().parse(JSON.parse(published))
const fitsSchema = new Ajv().compile(JSON.parse(published))

const ignore = (): void => {}

const Schema = z.object({ properties: z.record(z.string(), z.json()).optional() }).catchall(z.json())

/** The blocks between fences that begin with these words. */
const blocksOf = (opening: string): readonly string[] =>
  [...reference.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].flatMap(([, info = '', text = '']) =>
    info === opening ? [text] : [],
  )

const blockOf = (opening: string): string => blocksOf(opening)[0] ?? expect.unreachable(`no block "${opening}"`)
const jsonOf = (opening: string): unknown => JSON.parse(blockOf(`json ${opening}`))

const sectionOf = (number: number): string =>
  new RegExp(`^## ${number} [\\s\\S]*?(?=^## |$(?![\\s\\S]))`, 'm').exec(reference)?.[0] ?? expect.unreachable()

/** The rows of all tables that begin with this heading, without the heading. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const tables = reference.matchAll(new RegExp(`^\\| ${heading} \\|.*\\n\\|[ |-]+\\n((?:\\|.*\\n)+)`, 'gm'))
  const rows = [...tables].flatMap(([, table = '']) => table.trimEnd().split('\n'))
  return rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))
}

const codeIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

function load(yaml: string): Gamebook {
  const { diagnostics, gamebook } = readGamebook(yaml)
  expect(diagnostics).toEqual([])
  return gamebook ?? expect.unreachable()
}

describe('the examples of the format reference', () => {
  it('exist', () => {
    expect(blocksOf('yaml gamebook').length).toBeGreaterThan(1)
    expect(rowsOf('name').length).toBeGreaterThan(10)
    expect(rowsOf('expression').length).toBeGreaterThan(10)
  })

  it.each(blocksOf('yaml gamebook'))('load without diagnostics and fit the JSON Schema', (yaml) => {
    load(yaml)
    expect(fitsSchema(parse(yaml, { merge: true }))).toBe(true)
  })

  it.each(blocksOf('yaml'))('are YAML, also as fragments', (yaml) => {
    const { errors, warnings } = parseDocument(yaml)
    expect([...errors, ...warnings]).toEqual([])
  })

  it('include the built-in prompt', () => {
    const rest = 'title: T\nentity_types: []\n'
    const [written, builtIn] = [load(rest + blockOf('yaml built-in prompt')), load(rest)]
    expect([...written.prompt.keys()]).toEqual(namesOf(promptSections))
    expect(buildSystemText(written)).toBe(buildSystemText(builtIn))
    expect(buildOpening(written)).toBe(buildOpening(builtIn))
  })

  it.each(rowsOf('name').filter(([, id]) => id?.startsWith('`')))('include the ids of %s', (name, ...ids) => {
    const { entityTypes, entities } = load(
      `title: T\nentity_types: [{name: "${name}", hidden: true, entities: [{name: "${name}"}]}]`,
    )
    const derived = [[...entities.keys()][0], entityTypes[0]?.id, toKebab(name)]
    expect(derived.map((id) => `\`${id}\``)).toEqual(ids)
  })

  it.each(rowsOf('expression'))('include the value of %s', (expression, value) => {
    const set = `state/set: {field: x, value: ${JSON.stringify(`=${codeIn(expression).join()}`)}}`
    const gamebook = load(
      `title: T\nentity_types:\n  - name: Thing\n    entities: [{id: a, x: unset, functions: [{name: f, effects: [{${set}}]}]}]`,
    )
    const { state } = callFunction(worldOf(gamebook, startState(1)), { function: 'f', args: {}, by: 'tool' }, ignore)
    expect(state.entities).toEqual({ a: { x: JSON.parse(codeIn(value).join()) } })
  })

  it('include a saved state and the message of an error', () => {
    parseState(jsonOf('saved'))
    const [expression = '', mark = ''] = blockOf('text caret').split('\n')
    const { diagnostics } = readGamebook(
      `title: T\nentity_types: [{name: T, hidden: true, entities: [{id: a, x: ${JSON.stringify(`=${expression}`)}}]}]`,
    )
    const { message = '', hint = '' } = diagnostics[0] ?? {}
    expect(mark.slice(mark.indexOf(': ') + 2)).toBe(`${message.charAt(0).toLowerCase()}${message.slice(1)} ${hint}`)
  })
})

describe('the example of the order of a move', () => {
  const signalBox = blocksOf('yaml gamebook').find((yaml) => yaml.includes('The Signal Box')) ?? expect.unreachable()
  const call = { function: 'go_to', args: { to: 'drainpipe' }, by: 'player' } as const
  const { receipts, result, state } = callFunction(worldOf(load(signalBox), startState(1)), call, ignore)

  it.each([
    ['receipts', receipts],
    ['result', result],
    ['state', state],
  ])('has these %s, byte for byte', (name, value) => {
    expect(JSON.stringify(value)).toBe(JSON.stringify(jsonOf(`order ${name}`)))
  })
})

describe('the worked example of the format reference', () => {
  const call = (world: World, name: string, args: Json) =>
    callFunction(world, { function: name, args, by: 'tool' }, ignore)
  const start = worldOf(load(blocksOf('yaml gamebook').at(-1) ?? ''), startState(2))
  const untied = call(start, 'untie_rope', {})

  it('has this prompt', () => {
    expect(`${buildSystemText(start.gamebook)}\n`.endsWith(`\n\n${blockOf('text world')}`)).toBe(true)
    expect(`${buildTurnText(start, ignore)}\n`).toBe(blockOf('text turn'))
  })

  it('plays like this', () => {
    expect(call(start, 'go_to', { to: 'well_shaft' }).receipts).toEqual([jsonOf('refused')])
    expect(untied.receipts).toEqual([jsonOf('applied')])
    expect(untied.result).toEqual(jsonOf('result'))
    expect(untied.state).toEqual(jsonOf('state'))
  })

  it('then has this news', () => {
    const after = { ...start, state: untied.state }
    const update = { state: buildStateUpdate(start, after, ignore), now: listActionLines(after, ignore) }
    expect(update).toEqual(jsonOf('update'))
  })

  it('has these tools, growing and narrow', () => {
    const names = listToolNames(start, ignore)
    expect(names).toEqual(['go_to', 'untie_rope'])
    expect(buildGrowingTools(start.gamebook, names)[0]).toEqual(jsonOf('tool'))
    expect(buildTools({ ...start, state: untied.state }, ignore)).toEqual([jsonOf('narrow tool')])
  })
})

describe('the format reference', () => {
  const rows = [...reference.matchAll(/^\| (.*?) \| (.*?) \|/gm)]
  const documented = new Set(rows.flatMap(([, first = '', second = '']) => codeIn(`${first} ${second}`)))

  it('has every key and every action of the JSON Schema in a table', () => {
    expect(keysIn(schema).length).toBeGreaterThan(80)
    expect([...new Set(keysIn(schema))].filter((key) => !documented.has(key) && !isIgnored(key))).toEqual([])
  })

  it('uses every key in an example', () => {
    const examples = [...blocksOf('yaml gamebook'), ...blocksOf('yaml built-in prompt')]
    const used = new Set(examples.flatMap((yaml) => mappingKeysIn(z.json().parse(parse(yaml)))))
    expect(
      [...new Set(keysIn(schema))].filter((key) => !used.has(key) && !isIgnored(key) && !key.includes('/')),
    ).toEqual([])
  })

  it('has every diagnostic with its severity', () => {
    const rows = rowsOf('code').filter(([, severity]) => severity === 'error' || severity === 'warning')
    const listed = rows.flatMap(([codes = '', severity]) => codeIn(codes).map((code) => [code, severity] as const))
    expect(listed.length).toBe(new Set(listed.map(([code]) => code)).size)
    const severities = Object.entries(diagnosticCodes).map(([code, { severity }]) => [code, severity])
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(severities))
  })

  it('has every limit', () => {
    const numbers = Object.entries(limits).filter(([name]) => name !== 'fileBytes')
    const missing = numbers.filter(([, limit]) => !sectionOf(11).includes(limit.toLocaleString('en-US')))
    expect(missing).toEqual([])
    expect(sectionOf(11)).toContain(`${limits.fileBytes / 2 ** 20} MiB`)
  })
})

/** Older programs wrote it; its sibling `id` is a key of entities as well. */
const isIgnored = (key: string): boolean => key === 'source'

/** The keys that a JSON Schema describes, actions and payloads included. */
function keysIn(part: Json): readonly string[] {
  const node = Schema.safeParse(part)
  if (!node.success) return isList(part) ? part.flatMap(keysIn) : []
  const { properties = {}, ...others } = node.data
  return [...Object.keys(properties), ...[...Object.values(properties), ...Object.values(others)].flatMap(keysIn)]
}

function mappingKeysIn(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(mappingKeysIn)
  return isList(value) ? inside : [...Object.keys(value), ...inside]
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
