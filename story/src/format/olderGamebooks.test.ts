import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import type { Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { callFunction, type CallOutcome } from '../play/callFunction.ts'
import { buildTools } from '../prompt/buildTools.ts'
import { startState, type StoryState } from '../state/storyState.ts'
import { worldOf } from '../traits/worldOf.ts'
import { readGamebook } from './readGamebook.ts'

/** The traits whose entities have the keys `details`, `first_visit`, `on_enter`, `hint`. */
const NODE = '[described, graph_node]'
const THING = '[described, item]'
const PLAIN = '[]'

/** Custom fields of gamebooks from before Format 2, with names that are keys now, and an expression that reads them. */
const fields: readonly (readonly [traits: string, key: string, value: string, read: string])[] = [
  [NODE, 'details', 'some text', "thing.details == 'some text'"],
  [NODE, 'details', '3', 'thing.details + 1 == 4'],
  [NODE, 'details', '[a, b]', "'a' in thing.details"],
  [NODE, 'details', 'true', 'thing.details'],
  [NODE, 'details', '{a: 1}', "thing.name == 'Thing'"],
  [THING, 'details', 'some text', "thing.details == 'some text'"],
  [PLAIN, 'details', 'some text', "thing.details == 'some text'"],
  [PLAIN, 'details', '{mussels: Blue.}', 'not thing.used'],
  [NODE, 'first_visit', 'true', 'thing.first_visit'],
  [NODE, 'first_visit', '[1, 2]', 'count(thing.first_visit) == 2'],
  [THING, 'first_visit', 'Hello.', "thing.first_visit == 'Hello.'"],
  [NODE, 'on_enter', '5', 'thing.on_enter == 5'],
  [NODE, 'on_enter', 'ring the bell', "thing.on_enter == 'ring the bell'"],
  [NODE, 'on_enter', '[ring, knock]', "'ring' in thing.on_enter"],
  [NODE, 'on_enter', '{state/set: 1}', "thing.name == 'Thing'"],
  [NODE, 'on_enter', '[{sound: bell, volume: 3}]', "thing.name == 'Thing'"],
  [NODE, 'on_enter', '[{}]', "thing.name == 'Thing'"],
  [THING, 'on_enter', '[{a: 1}]', "thing.name == 'Thing'"],
  [NODE, 'hint', '{text: Look up.}', "thing.name == 'Thing'"],
  [NODE, 'hint', '0', 'not thing.hint'],
  [NODE, 'hint', '[Look up.]', 'count(thing.hint) == 1'],
  [THING, 'hint', 'Look up.', "thing.hint == 'Look up.'"],
  [NODE, 'topics', 'Fishing', "thing.topics == 'Fishing'"],
  [NODE, 'topics', '[Fishing, Tea]', "'Tea' in thing.topics"],
  [THING, 'topics', '[{id: tea, about: [tea], say: Yes.}]', "thing.name == 'Thing'"],
  [NODE, 'language', 'latin', "thing.language == 'latin'"],
  [NODE, 'goals', '[win, sleep]', "'win' in thing.goals"],
  [NODE, 'narrate', 'loudly', "thing.narrate == 'loudly'"],
  [NODE, 'promise', '{id: a, text: b, kept: true}', "thing.name == 'Thing'"],
  [NODE, 'invariants', '[1]', 'count(thing.invariants) == 1'],
  [NODE, 'checks', '4', 'thing.checks == 4'],
  [NODE, 'suggestions', 'none', "thing.suggestions == 'none'"],
  [NODE, 'caption', 'A thing.', "thing.caption == 'A thing.'"],
  [NODE, 'ask', 'start', "thing.ask == 'start'"],
  [NODE, 'discussed', '[tea]', "thing.discussed == ['tea']"],
  [NODE, 'visits', '2', 'thing.visits > 1'],
  [NODE, 'else', '2', 'thing.else == 2'],
]

const NODE_KEYS = ['details', 'first_visit', 'on_enter', 'hint']

describe('a custom field of an older gamebook', () => {
  it.each(fields)('is kept on an entity with traits %s: %s: %s', (traits, key, value, read) => {
    const { gamebook, diagnostics } = readGamebook(bookWith(traits, `${key}: ${value}`, key, read))
    const isNewerKey = traits === NODE ? NODE_KEYS.includes(key) : traits === THING && key === 'details'
    expect(diagnostics.map(({ code, severity, line }) => ({ code, severity, line }))).toEqual(
      isNewerKey ? [{ code: 'key-of-newer-format', severity: 'warning', line: FIELD_LINE }] : [],
    )
    const book = gamebook ?? expect.unreachable()
    expect(book.entities.get('thing')?.fields.get(key)).toEqual(parse(value))
    expectReadAndWritten(book, key)
  })

  it.each([
    ['hint', 'Look up.', "thing.hint == 'Look up.'"],
    ['first_visit', 'Hello.', "thing.first_visit == 'Hello.'"],
    ['on_enter', '[]', 'count(thing.on_enter) == 0'],
    ['details', '{}', "thing.name == 'Thing'"],
  ])('stays readable where its value counts: %s: %s', (key, value, read) => {
    const { gamebook, diagnostics } = readGamebook(bookWith(NODE, `${key}: ${value}`, key, read))
    expect(diagnostics).toEqual([])
    expectReadAndWritten(gamebook ?? expect.unreachable(), key)
  })

  it.each(['details', 'first_visit', 'on_enter', 'hint', 'topics', 'if', 'else'])(
    'is kept if the type declares it: %s',
    (key) => {
      const source = bookWith(NODE, `${key}: old`, key, `thing.${key} == 'old'`, `${key}: {type: text}`)
      const { gamebook, diagnostics } = readGamebook(source)
      expect(diagnostics).toEqual([])
      expectReadAndWritten(gamebook ?? expect.unreachable(), key)
    },
  )

  it.each(['details', 'first_visit', 'on_enter', 'hint'])('may be computed: %s', (key) => {
    const { gamebook } = readGamebook(bookWith(NODE, `${key}: =1 + 2`, 'used', `thing.${key} == 3`))
    expect(call(gamebook ?? expect.unreachable(), startState(1), 'read').result).toMatchObject({ result: 'applied' })
  })
})

describe('a name of an older gamebook', () => {
  it.each(['Speaker', 'Topic', 'Promise', 'Narrate'])('may be that of a type: %s', (name) => {
    expectLoaded(`title: T\nentity_types: [{name: ${name}, traits: [], entities: [{id: one, used: true}]}]`)
  })

  it.each(['if', 'else', 'ask', 'nudge', 'speaker', 'topic', 'discussed', 'visits', 'narrate', 'talk'])(
    'may be that of an entity, and begin a path: %s',
    (id) => {
      const triggers = `triggers: [{condition: ${id}.lit, effects: [{state/set: {field: lit, value: false}}]}]`
      expectLoaded(
        `title: T\nentity_types: [{name: Lamp, traits: [], entities: [{id: ${id}, lit: true, ${triggers}}]}]`,
      )
    },
  )

  it.each(['if', 'else', 'who', 'topic', 'because', 'field', 'by'])('may be that of a parameter: %s', (name) => {
    const fn = `{name: light, parameters: {${name}: {type: integer, min: 0, max: 3}}, effects: [{state/set: {field: lit, value: "=param.${name} > 0"}}]}`
    const source = `title: T\nentity_types: [{name: Lamp, traits: [], entities: [{id: lamp, lit: false, functions: [${fn}]}]}]`
    const gamebook = expectLoaded(source)
    const { state } = call(gamebook, startState(1), 'light', { [name]: 1 })
    expect(state.entities).toEqual({ lamp: { lit: true } })
  })

  it.each(['ask', 'nudge', 'narrate', 'talk', 'expect', 'if', 'else'])('may be that of a function: %s', (name) => {
    const functions = `[{name: ${name}, effects: [{state/toggle: {field: lit}}]}]`
    const source = `title: T\nentity_types: [{name: Lamp, traits: [], entities: [{id: lamp, lit: false, functions: ${functions}}]}]`
    const gamebook = expectLoaded(source)
    const world = worldOf(gamebook, startState(1))
    expect(buildTools(world, ignore).map((tool) => tool.name)).toEqual([name])
    expect(call(gamebook, world.state, name).state.entities).toEqual({ lamp: { lit: true } })
  })

  it.each(['talk/ask', 'talk/expect', 'talk/said', 'talk/hum', 'topic/asked', 'nudge/given'])(
    'may be that of an event: %s',
    (event) => {
      const functions = `[{name: sing, action: ${event}, args: {entity_id: 5, song: old}, effects: [{${event}: {loud: true}}]}]`
      const source = `title: T\nentity_types: [{name: Lamp, traits: [], entities: [{id: lamp, lit: false, functions: ${functions}}]}]`
      const { receipts } = call(expectLoaded(source), startState(1), 'sing')
      expect(receipts).toMatchObject([
        {
          action: event,
          args: { entity_id: 5, song: 'old' },
          effects: [{ action: event, args: { loud: true }, changes: [] }],
        },
      ])
    },
  )
})

describe('a key that was ignored before', () => {
  it.each([
    'language: 5',
    'language: [latin]',
    'content_warnings: Blood.',
    'content_warnings: {blood: true}',
    'license: {name: MIT}',
    'invariants: always win',
    'invariants: [true]',
    'goals: Win.',
    'goals: [win, sleep]',
    'checks: true',
    'checks: [soft-lock]',
    'checks: {soft-lock: 5}',
    'improvisation: 3',
    'improvisation: [player.nerve]',
    'suggestions: many',
    'suggestions: true',
  ])('is no error in a project: %s', (key) => {
    expectWarning(`title: T\n${key}`)
  })

  it.each(['narrate: 5', 'narrate: [Words.]', 'narrate: {text: Words.}', 'hint: 5', 'hint: [Look up.]'])(
    'is no error in a function: %s',
    (key) => {
      const functions = `[{name: light, effects: [{state/toggle: {field: lit}}], ${key}}]`
      expectWarning(
        `title: T\nentity_types: [{name: Lamp, traits: [], entities: [{id: lamp, lit: true, functions: ${functions}}]}]`,
      )
    },
  )

  it.each([
    'id: 5',
    'id: [a]',
    'narrate: 5',
    'narrate: [Words.]',
    'effects: loud',
    'effects: [loud]',
    'hint: 5',
    'hint: {a: b}',
  ])('is no error in an edge: %s', (key) => {
    expectWarning(MAP.replace('edges: []', `edges: [{to: thing, ${key}}]`))
  })

  it.each(['ask: 5', 'ask: [start]', 'ask: true', 'caption: 5', 'caption: [Long.]'])(
    'is no error in the declaration of a field: %s',
    (key) => {
      const source = `title: T\nentity_types: [{name: Lamp, traits: [], fields: {oil: {type: text, ${key}}}, entities: [{id: lamp}]}]`
      expectWarning(source)
    },
  )
})

/** A node and a thing that holds nothing, with a function that reads the field and one that writes it. */
function bookWith(traits: string, field: string, key: string, read: string, declaration = ''): string {
  const source = traits === NODE ? MAP : OTHERS.replace('TRAITS', traits)
  const functions = [
    `{name: read, enabled: "${read}", effects: [{state/set: {field: used, value: true}}]}`,
    `{name: write, action: state/set, args: {field: ${key}, value: new}}`,
  ]
  return source
    .replace('fields: {}', `fields: {${declaration}}`)
    .replace('        custom: field', `        ${field}`)
    .replace('functions: []', `functions: [${functions.join(', ')}]`)
}

const ENTITY = `
      - id: thing
        name: Thing
        description: Wood.
        used: false
        custom: field
        functions: []`
const OTHERS = `title: T
entity_types:
  - name: Thing
    instructions: Things.
    fields: {}
    traits: TRAITS
    entities:${ENTITY}
`
const MAP = `title: T
entity_types:
  - name: Thing
    instructions: Places.
    fields: {}
    traits: [described, graph_node]
    entities:${ENTITY}
        edges: []
  - name: Map
    instructions: A map.
    traits: [{name: graph, node_type_id: Thing}]
    entities: [{id: map, node_ids: [thing]}]
`
const FIELD_LINE = 12

function expectLoaded(source: string): Gamebook {
  const { gamebook, diagnostics } = readGamebook(source)
  expect(diagnostics).toEqual([])
  return gamebook ?? expect.unreachable()
}

/** Before, it was an unknown key; now its value has the wrong shape. */
function expectWarning(source: string): void {
  const { gamebook, diagnostics } = readGamebook(source)
  expect(diagnostics.map(({ code, severity }) => ({ code, severity }))).toEqual([
    { code: 'key-of-newer-format', severity: 'warning' },
  ])
  expect(gamebook).not.toBeNull()
}

function expectReadAndWritten(gamebook: Gamebook, key: string): void {
  const start = startState(1)
  expect(call(gamebook, start, 'read').result).toMatchObject({ result: 'applied' })
  expect(call(gamebook, start, 'write').state.entities).toEqual({ thing: { [key]: 'new' } })
}

function call(gamebook: Gamebook, state: StoryState, name: string, args: Json = {}): CallOutcome {
  return callFunction(worldOf(gamebook, state), { function: name, args, by: 'tool' }, ignore)
}

function ignore(): void {}
