import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { createRandom, type Random } from '../analysis/random.ts'
import { readGamebook } from '../format/readGamebook.ts'
import type { Gamebook, Parameter } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { callFunction } from '../play/callFunction.ts'
import { endTurn } from '../play/endTurn.ts'
import { offeredFunctions } from '../play/offeredFunctions.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { FERRY } from '../testSupport/ferry.ts'
import { FULL } from '../testSupport/full.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadGamebook, loadWorld } from '../testSupport/loadGamebook.ts'
import { TOWER } from '../testSupport/tower.ts'
import { WELL } from '../testSupport/well.ts'
import { worldOf } from '../traits/worldOf.ts'
import { listActionLines } from './actionLines.ts'
import { buildSystemText } from './buildSystemText.ts'
import { buildTurnText } from './buildTurnText.ts'
import { buildGrowingTools, listToolNames } from './growingTools.ts'
import { viewRefused } from './viewRefused.ts'

const ignore = (): void => {}
const SHIPPED = new URL('../../../gamebooks/example/', import.meta.url)
const SUPPORT = new URL('../testSupport/', import.meta.url)

const yamlFiles = (folder: URL, names: readonly string[]): readonly (readonly [string, string])[] =>
  names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])

const BOOKS: readonly (readonly [string, string])[] = [
  ['ferry', FERRY],
  ['full', FULL],
  ['harbour', HARBOUR],
  ['tower', TOWER],
  ['well', WELL],
  ...yamlFiles(SUPPORT, ['formatTwo.yaml', 'minimal.yaml', 'salt-lantern.yaml', 'wellAtMidnight.yaml']),
  ...yamlFiles(
    SHIPPED,
    readdirSync(SHIPPED).map((folder) => `${folder}/llm-gamebook.yaml`),
  ),
]
const STATES = 10_000

/** Plays at random, and lists the functions that a request names before anything has offered them. */
function findSentTooEarly(gamebook: Gamebook, states: number): readonly string[] {
  const random = createRandom(7)
  const functions = new Set(gamebook.functions.map(({ name }) => name))
  const early = new Set<string>()
  let play = begin(gamebook, 0)
  for (let count = 0; count < states; count += 1) {
    const { world } = play
    const offered = offeredFunctions(world, ignore)
    for (const { fn } of offered) play.known.add(fn.name)
    for (const { name } of viewRefused(world, ignore)) play.known.add(name)
    for (const name of listToolNames(world, ignore)) if (!play.sent.includes(name)) play.sent.push(name)
    const names = [...play.sent, ...listActionLines(world, ignore).flatMap(nameIn)].filter((name) =>
      functions.has(name),
    )
    for (const name of names) if (!play.known.has(name)) early.add(name)
    const next = callAny(world, random)
    play = next === null ? begin(gamebook, count) : { ...play, world: next }
  }
  return [...early]
}

function begin(gamebook: Gamebook, seed: number): { world: World; known: Set<string>; sent: string[] } {
  const start = worldOf(gamebook, startState(seed))
  return { world: { ...start, state: endTurn(start, ignore).state }, known: new Set(), sent: [] }
}

const nameIn = (line: string): readonly string[] => /^- (?:Not now: )?(\w+)(?:\.|:|$)/.exec(line)?.slice(1) ?? []

/** Null after the end of the story. */
function callAny(world: World, random: Random): World | null {
  const offer = random.pick(offeredFunctions(world, ignore))
  if (offer === undefined) return null
  const chosen = [...offer.choices].map(([name, ids]) => [name, random.pick(ids) ?? null] as const)
  const others = [...offer.fn.parameters].flatMap(([name, parameter]): [string, Json][] =>
    offer.choices.has(name) ? [] : [[name, valueFor(parameter, random)]],
  )
  const args = Object.fromEntries([...others, ...chosen])
  const { state } = callFunction(world, { function: offer.fn.name, args, by: 'tool' }, ignore)
  return { ...world, state: endTurn({ ...world, state }, ignore).state }
}

function valueFor(parameter: Parameter, random: Random): Json {
  if (parameter.type === 'choice') return random.pick(parameter.values) ?? null
  if (parameter.type === 'integer') return parameter.max
  return parameter.type === 'boolean' ? true : 'words'
}

describe.each(BOOKS)('the tools of %s', (_, source) => {
  it('are sent once something has offered them, and not before', () => {
    const { gamebook } = readGamebook(source)
    expect(findSentTooEarly(gamebook ?? expect.unreachable(), STATES / BOOKS.length)).toEqual([])
  }, 600_000)
})

describe('a list that grows', () => {
  const names = ['untie_rope', 'go_to']

  it('has constant tools in the order of its names', () => {
    const tools = buildGrowingTools(loadGamebook(WELL), [...names, 'gone'])
    expect(tools.map(({ name }) => name)).toEqual(names)
    expect(tools[1]?.parameters).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['to'],
      properties: { to: { type: 'string', description: 'The id of the next node.' } },
    })
  })

  it('keeps the schemas of values, and has ids as plain texts', () => {
    const properties = buildGrowingTools(loadGamebook(FERRY), ['ask', 'nudge']).map((tool) =>
      Object.entries(tool.parameters.properties).map(([name, { type, enum: values }]) => [name, type, values]),
    )
    expect(properties).toEqual([
      [
        ['who', 'string', undefined],
        ['about', 'string', undefined],
      ],
      [
        ['field', 'string', undefined],
        ['by', 'integer', [-1, 1]],
        ['because', 'string', undefined],
      ],
    ])
  })

  it('has a fixed sentence for a description with placeholders, which the turn renders', () => {
    const world = loadWorld(WELL.replace('The player unties the rope.', '"Unties {{ rope.name }}."'))
    expect(buildGrowingTools(world.gamebook, ['untie_rope'])[0]?.description).toContain('What can be done now')
    expect(listActionLines(world, ignore)).toContain('- untie_rope: Unties Rope.')
  })

  it('has functions that an author refuses with a reason, without any other', () => {
    const refused = (otherwise: string) =>
      loadWorld(`
title: A
entity_types:
  - name: Hero
    instructions: Play.
    traits: [described]
    entities:
      - {id: hero, name: Hero, description: Brave., functions: [{name: fly, description: Flies., enabled: false${otherwise},
         effects: [{sky/flown: {}}]}]}`)
    expect(listToolNames(refused(''), ignore)).toEqual([])
    expect(listActionLines(refused(''), ignore)).toEqual([])
    const world = refused(', otherwise: No wings.')
    expect(listToolNames(world, ignore)).toEqual(['fly'])
    expect(buildTurnText(world, ignore)).toContain('# What can be done now\n\n- Not now: fly. No wings.')
    expect(buildSystemText(world.gamebook)).not.toContain('fly')
  })
})
