import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { Entity, Gamebook, Parameter } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { callFunction } from '../play/callFunction.ts'
import { endTurn } from '../play/endTurn.ts'
import { runTriggers } from '../play/runTriggers.ts'
import { restoreState } from '../restore/restoreState.ts'
import { startState, type StoryState } from '../state/storyState.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { TOWER } from '../testSupport/tower.ts'
import { worldOf } from '../traits/worldOf.ts'
import { findStateViolation } from './randomPlay/validateState.ts'

/** How many calls are made of each gamebook; a million and more with `ATTACK_CALLS=250000`. */
const CALLS = Number(process.env['ATTACK_CALLS'] ?? 4000)
const LONGEST = 40
const CALLS_PER_TURN = 2
const GAMEBOOKS = new URL('../../../gamebooks/example/', import.meta.url)
const read = (path: string | URL): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const books: readonly [string, string][] = [
  ['the tower', TOWER],
  ['the harbour', HARBOUR],
  ['the night ferry', read('../testSupport/formatTwo.yaml')],
  ['the salt lantern', read('../testSupport/salt-lantern.yaml')],
  ...readdirSync(GAMEBOOKS).map((name): [string, string] => [
    name,
    read(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS)),
  ]),
]

interface Attack {
  readonly name: string
  readonly args: Json
}

/** Names that exist, and all that could be taken for one. */
const HOSTILE = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '',
  ' ',
  '../../etc',
  '\u0000',
  'ä'.repeat(5),
  'x'.repeat(20_000),
]

const numbers = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(0, -0, 1e308, -1e308, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE, 0.1, 2 ** 53, -1),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

function attacksOn(gamebook: Gamebook): fc.Arbitrary<Attack> {
  const ids = fc.constantFrom(...gamebook.entities.keys(), ...edgeIds(gamebook))
  const names = fc.constantFrom(...gamebook.functions.map(({ name }) => name))
  const texts = fc.oneof({ weight: 6, arbitrary: ids }, fc.constantFrom(...HOSTILE), fc.string())
  const plain = fc.oneof({ weight: 4, arbitrary: texts }, numbers, fc.boolean(), fc.constant(null))
  const deep: fc.Arbitrary<Json> = fc.oneof(
    { weight: 12, arbitrary: plain },
    fc.constant(nested(200)),
    fc.json({ maxDepth: 3 }).map(parseJson),
  )
  const keys = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('to', 'item', ...parameterNames(gamebook)) },
    fc.constantFrom('entity_id', 'field', 'value', ...HOSTILE),
  )
  const fitting = names.chain((name) => fittingArgs(gamebook, name, ids).map((args) => ({ name, args })))
  const hostile = fc.record({
    name: fc.oneof({ weight: 6, arbitrary: names }, fc.constantFrom('fly', ...HOSTILE)),
    args: fc.oneof({ weight: 6, arbitrary: fc.dictionary(keys, deep, { maxKeys: 3, noNullPrototype: true }) }, deep),
  })
  return fc.oneof({ weight: 2, arbitrary: fitting }, hostile)
}

/** Arguments of the right names: some of them right, so that play goes on. */
function fittingArgs(gamebook: Gamebook, name: string, ids: fc.Arbitrary<string>): fc.Arbitrary<Json> {
  const fn = gamebook.functions.find((known) => known.name === name)
  const built = ['to', 'item'].filter(
    (key) => needs(fn?.mainAction?.action ?? '', key) && fn?.mainAction?.args.has(key) !== true,
  )
  const values = [...(fn?.parameters ?? [])].map(([key, parameter]): [string, fc.Arbitrary<Json>] => [
    key,
    fittingValue(gamebook, parameter, ids),
  ])
  return fc.record(Object.fromEntries([...built.map((key): [string, fc.Arbitrary<Json>] => [key, ids]), ...values]))
}

function fittingValue(gamebook: Gamebook, parameter: Parameter, ids: fc.Arbitrary<string>): fc.Arbitrary<Json> {
  switch (parameter.type) {
    case 'choice':
      return fc.constantFrom(...parameter.values)
    case 'integer':
      return fc.oneof(fc.integer({ min: parameter.min, max: parameter.max }), numbers)
    case 'boolean':
      return fc.boolean()
    case 'entity':
      return ids
    case 'speaker':
      return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...speakers(gamebook).map(({ id }) => id)) }, ids)
    case 'topic':
      return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...topicWords(gamebook)) }, fc.string())
    case 'field':
      return fc.constantFrom(...parameter.fields.map(({ entityId, field }) => `${entityId}.${field}`))
    case 'text':
      return fc.oneof(fc.string(), fc.constantFrom('{{ player.name }}', '=1 / 0', '<b>Fire</b>', 'x'.repeat(600)))
  }
}

function speakers({ entities }: Gamebook): readonly Entity[] {
  return [...entities.values()].filter(({ speaker }) => speaker !== undefined)
}

function topicWords(gamebook: Gamebook): readonly string[] {
  const topics = speakers(gamebook).flatMap(({ speaker }) => speaker?.topics ?? [])
  return topics.flatMap(({ id, about }) => [id, ...about])
}

function needs(action: string, key: string): boolean {
  return key === 'to' ? action === 'graph/transition' || action === 'item/give' : action.startsWith('item/')
}

function edgeIds({ entities }: Gamebook): readonly string[] {
  return [...entities.values()].flatMap(({ graphNode }) => graphNode?.edges.map(({ id }) => id) ?? [])
}

const parameterNames = ({ functions }: Gamebook) => functions.flatMap(({ parameters }) => [...parameters.keys()])
const parseJson = (text: string): Json => JSON.parse(text)
const nested = (depth: number): Json => (depth === 0 ? 'deep' : [nested(depth - 1)])

describe.each(books)('every call in %s', (_, source) => {
  const gamebook = loadGamebook(source)

  it('leaves a valid state that can be saved, never throws, is refused with a code, and is reproducible', () => {
    const plays = fc.array(attacksOn(gamebook), { minLength: LONGEST, maxLength: LONGEST })
    fc.assert(
      fc.property(plays, fc.nat(), (attacks, seed) => {
        const states = play(gamebook, attacks, seed)
        expect(play(gamebook, attacks, seed)).toEqual(states)
      }),
      { numRuns: Math.ceil(CALLS / LONGEST), seed: 4 },
    )
  }, 3_600_000)
})

/** The bytes of every state and of all receipts. */
function play(gamebook: Gamebook, attacks: readonly Attack[], seed: number): readonly string[] {
  const start = worldOf(gamebook, startState(seed))
  let { state }: { state: StoryState } = runTriggers(start, ignore)
  return attacks.map(({ name, args }, index) => {
    const outcome = callFunction({ ...start, state }, { function: name, args, by: 'tool' }, ignore)
    const [receipt] = outcome.receipts
    if (receipt?.result === 'refused') {
      expect(receipt.code).toMatch(/^[a-z-]+$/)
      expect(outcome.state).toBe(state)
    } else expect(receipt?.result).toBe('applied')
    const follow = index % CALLS_PER_TURN === 0 ? endTurn : runTriggers
    const followed = follow({ ...start, state: outcome.state }, ignore)
    ;({ state } = followed)
    const fault = findStateViolation(gamebook, state)
    if (fault !== null) throw new Error(fault)
    const saved = JSON.stringify(state)
    const restored = restoreState(gamebook, JSON.parse(saved), 0)
    expect([JSON.stringify(restored.state), restored.findings]).toEqual([saved, []])
    return JSON.stringify([state, outcome.receipts, followed.receipts])
  })
}

function ignore(): void {}
