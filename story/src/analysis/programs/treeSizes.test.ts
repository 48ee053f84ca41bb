import { describe, expect, it } from 'vitest'

import { leavesOf, type LeafPath } from '../../testSupport/leavesOf.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { findValueSets } from '../values/findValueSets.ts'
import type { Reason } from '../verdict/reason.ts'
import { tracePrograms } from './tracePrograms.ts'

/** A house with a person who has these fields and functions, and things. */
function bookOf(fields: string, functions: string, things = '[]', capacity = 'null'): string {
  return `title: The House
entity_types:
  - name: Places
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: house, node_ids: [hall, attic, out], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node, container]
    entities:
      - {name: Hall, description: Here., edges: [attic]}
      - {name: Attic, description: Dust., edges: [hall, out]}
      - {name: Out, description: Out., ending: true}
  - name: Person
    traits: [described, container]
    fields: ${fields}
    entities:
      - name: Player
        description: You.
        code: 1947
        word: sesame
        capacity: ${capacity}
        functions: ${functions}
  - name: Thing
    traits: [described, item]
    entities: ${things}
`
}

interface Explored {
  readonly runs: number
  readonly reasons: readonly Reason[]
  readonly leavesOf: (name: string) => readonly LeafPath[]
  readonly valuesOf: (name: string) => readonly unknown[]
}

function explore(source: string): Explored {
  const programs = tracePrograms(loadGamebook(source))
  let runs = 0
  const sets = findValueSets({
    ...programs,
    extend: (...given) => {
      runs += 1
      return programs.extend(...given)
    },
  })
  const program = (name: string) =>
    programs.programs.find(({ subject }) => subject.kind === 'function' && subject.fn.name === name)
  return {
    runs,
    reasons: programs.programs.flatMap(programs.reasonsOf),
    leavesOf: (name) => leavesOf(program(name)?.root),
    valuesOf: (name) => {
      const variable = programs.variables.find((candidate) => candidate.name === name)
      return sets.valuesOf(variable?.index ?? -1).map((value) => variable?.values[value])
    },
  }
}

/** The values of a parameter that were tried, and null for paths that don't ask for it. */
function tried({ leavesOf: leaves }: Explored, name: string): readonly unknown[] {
  const values = leaves(name).map(({ choices }) => {
    const [first] = choices
    return first === undefined ? null : first.choice.options.values[first.position]
  })
  return [...new Set(values)]
}

const WIDE = '{type: integer, min: 0, max: 9999}'
const setWon = (condition: string) => `[{action: state/set, args: {field: won, value: true}, if: "${condition}"}]`
const dial = (condition: string, parameters: string) =>
  bookOf('{won: boolean}', `[{name: dial, parameters: ${parameters}, effects: ${setWon(condition)}}]`)

describe('the values of a parameter', () => {
  it('are the field that it is compared with, and another one', () => {
    const explored = explore(dial('param.number == player.code', `{number: ${WIDE}}`))
    expect(tried(explored, 'dial')).toEqual([1947, 0])
    expect(explored.valuesOf('player.won')).toEqual([false, true])
    expect(explored.reasons).toEqual([])
  })

  it('are on both sides of a limit', () => {
    const explored = explore(dial('param.number > 70 and param.number < 100', `{number: ${WIDE}}`))
    expect(tried(explored, 'dial')).toEqual([69, 70, 71, 99, 100, 101, 0])
    expect(explored.reasons).toEqual([])
  })

  it('are the texts that it is compared with, and another one', () => {
    const explored = explore(dial("param.text in ['abra', player.word]", '{text: {type: text, max_length: 20}}'))
    expect(tried(explored, 'dial')).toEqual(['abra', 'sesame', 'something'])
    expect(explored.valuesOf('player.won')).toEqual([false, true])
    expect(explored.reasons).toEqual([])
  })

  it('are chosen one after the other, when they are needed', () => {
    const digit = '{type: integer, min: 0, max: 9}'
    const parameters = `{first: ${digit}, second: ${digit}, third: ${digit}}`
    const explored = explore(dial('param.first == 7 and param.second == 4 and param.third == 2', parameters))
    expect(explored.leavesOf('dial')).toHaveLength(28)
    expect(explored.valuesOf('player.won')).toEqual([false, true])
  })

  it('are not chosen if nothing asks for them', () => {
    const explored = explore(dial('player.won', `{number: ${WIDE}}`))
    expect(tried(explored, 'dial')).toEqual([null])
  })

  it('are a sample of those that are calculated with', () => {
    const explored = explore(dial('param.number * 2 == 140', `{number: ${WIDE}}`))
    expect(explored.reasons).toEqual([{ kind: 'sampled', function: 'dial', parameter: 'number' }])
  })

  const signAs = (given: string): readonly Reason[] => {
    const parameters = '{text: {type: text, max_length: 20}}'
    const effects = `[{state/set: {field: alias, value: "=${given}"}}]`
    return explore(bookOf('{alias: text}', `[{name: sign, parameters: ${parameters}, effects: ${effects}}]`)).reasons
  }

  it('are all that matter of those that are written, if nothing can tell the others apart', () => {
    expect(signAs('param.text')).toEqual([])
  })

  it('are a sample of those that are written in another form', () => {
    expect(signAs("param.text if param.text != 'me' else 'you'")).toEqual([
      { kind: 'sampled', function: 'sign', parameter: 'text' },
    ])
  })

  it('are a sample if the call itself changes what they are compared with', () => {
    const effects = `[{state/set: {field: code, value: 1}}, ${setWon('param.number == player.code').slice(1)}`
    const book = bookOf('{won: boolean}', `[{name: dial, parameters: {number: ${WIDE}}, effects: ${effects}}]`)
    expect(explore(book).reasons).toEqual([{ kind: 'sampled', function: 'dial', parameter: 'number' }])
  })
})

describe('trees', () => {
  const things = (count: number) =>
    `[${Array.from({ length: count }, (_, index) => `{id: t${index}, name: T${index}, description: A thing., held_by: hall}`).join(', ')}]`
  const carry = '[{target: take, name: take}, {target: drop, name: put_down}]'

  it('ask of a thing only where that thing is', () => {
    const small = explore(bookOf('{}', carry, things(5)))
    const large = explore(bookOf('{}', carry, things(10)))
    expect(large.leavesOf('take')).toHaveLength(2 * small.leavesOf('take').length)
    expect(large.runs).toBeLessThan(400)
  })

  it('ask for the number of items of a container with a capacity', () => {
    const explored = explore(bookOf('{}', carry, things(10), '3'))
    expect(explored.runs).toBeLessThan(600)
    expect(explored.valuesOf('items of player')).toEqual(expect.arrayContaining([0, 1, 2, 3]))
  })

  it('count what an expression counts in the same variable', () => {
    const open = `{name: open, enabled: count(player.items) == 10, effects: [{state/set: {field: won, value: true}}]}`
    const explored = explore(bookOf('{won: boolean}', `[${open}, ${carry.slice(1)}`, things(10)))
    expect(explored.valuesOf('player.won')).toEqual([false, true])
    expect(explored.runs).toBeLessThan(600)
  })

  it('do not read a number that something is added to', () => {
    const wait = '[{name: wait, effects: [{state/add: {field: hours, amount: 1}}]}]'
    const explored = explore(bookOf('{hours: {type: integer, default: 0}}', wait))
    expect(explored.leavesOf('wait')).toHaveLength(1)
  })

  it('tell numbers apart where the rules do, also after an addition', () => {
    const late =
      '[{state/add: {field: hours, amount: 1}}, {action: state/set, args: {field: late, value: true}, if: player.hours >= 20}]'
    const fields = '{hours: {type: integer, default: 0, min: 0}, late: boolean}'
    const explored = explore(bookOf(fields, `[{name: wait, effects: ${late}}]`))
    expect(explored.leavesOf('wait').length).toBeLessThan(5)
    expect(explored.valuesOf('player.late')).toEqual([false, true])
  })
})
