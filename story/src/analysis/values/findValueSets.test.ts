import { describe, expect, it } from 'vitest'
import { buildPrograms, ComparedNumber, type TestPrograms } from '../../testSupport/buildPrograms.ts'
import type { Json } from '../../json.ts'
import { findValueSets } from './findValueSets.ts'

function find(given: TestPrograms) {
  const programs = buildPrograms(given)
  const sets = findValueSets(programs)
  const indexOf = (name: string): number => programs.variables.findIndex((variable) => variable.name === name)
  const valuesOf = (name: string): readonly (Json | undefined)[] => {
    const { values } = programs.variables[indexOf(name)] ?? { values: [] }
    return sets.valuesOf(indexOf(name)).map((value) => values[value])
  }
  return { programs, sets, indexOf, valuesOf }
}

describe('findValueSets', () => {
  it('follows what rules write as far as their tests let it', () => {
    const { valuesOf, sets } = find({
      variables: { 'map.node': 'hall', 'door.open': false },
      functions: {
        go: (run) => {
          if (run.is('map.node', 'hall')) run.set('map.node', 'yard')
          else if (run.is('door.open', true)) run.set('map.node', 'attic')
          else run.end('lost')
        },
      },
    })
    expect(valuesOf('map.node')).toEqual(['hall', 'yard'])
    expect(valuesOf('door.open')).toEqual([false])
    expect([...sets.events]).toEqual(['ended lost'])
    expect(sets.reasonsFor('ended attic')).toEqual([])
  })

  it('tries new values with all old ones', () => {
    const { valuesOf } = find({
      variables: { 'a.x': 0, 'b.y': 0, 'c.z': 0 },
      functions: {
        first: (run) => run.set('a.x', Math.min(run.number('a.x') + 1, 3)),
        second: (run) => run.set('b.y', Math.min(run.number('b.y') + 1, 3)),
        both: (run) => run.set('c.z', 10 * run.number('a.x') + run.number('b.y')),
      },
    })
    const all = [0, 1, 2, 3].flatMap((x) => [0, 1, 2, 3].map((y) => 10 * x + y))
    expect([...valuesOf('c.z')].sort((a, b) => Number(a) - Number(b))).toEqual(all)
  })

  it('keeps values apart that an earlier test of the same run excludes', () => {
    const { valuesOf } = find({
      variables: { 'a.x': 0, 'b.y': 'none' },
      functions: {
        grow: (run) => run.set('a.x', (run.number('a.x') + 1) % 4),
        copy: (run) => {
          if (!run.is('a.x', 2)) run.set('b.y', `not ${run.number('a.x')}`)
        },
      },
    })
    expect(valuesOf('b.y')).toEqual(['none', 'not 0', 'not 1', 'not 3'])
  })

  it('runs the effects of triggers whose condition can be true', () => {
    const { sets, programs, valuesOf, indexOf } = find({
      variables: { 'a.x': 0 },
      functions: { grow: (run) => run.set('a.x', 1) },
      triggers: [
        { id: 't#1', once: true, condition: (run) => run.is('a.x', 1), effects: [(run) => run.set('a.x', 2)] },
        { id: 't#2', condition: (run) => run.is('a.x', 9), effects: [(run) => run.set('a.x', 3)] },
      ],
    })
    expect(valuesOf('a.x')).toEqual([0, 1, 2])
    expect(valuesOf('fired(t#1)')).toEqual([false, true])
    expect(valuesOf('on(t#2)')).toEqual([false])
    expect(sets.events.has('fired t#1')).toBe(true)
    expect(sets.events.has('fired t#2')).toBe(false)
    const live = programs.triggers.map(({ effects }) => effects.map((effect) => sets.isLive(effect)))
    expect(live).toEqual([[true], [false]])
    expect(sets.reasonsOfVariable(indexOf('a.x'))).toEqual([])
  })

  it('folds a number that only rises beyond its last constant', () => {
    const { valuesOf, sets, indexOf } = find({
      variables: { 'a.coins': new ComparedNumber(0, [70_000], false) },
      functions: {
        earn: (run) => run.add('a.coins', 1),
        retire: (run) => {
          if (run.number('a.coins') === 70_000) run.end('rich')
        },
      },
    })
    expect(valuesOf('a.coins')).toHaveLength(70_002)
    expect(sets.events.has('ended rich')).toBe(true)
    expect(sets.reasonsOfVariable(indexOf('a.coins'))).toEqual([])
  })

  it('lets one value stand for all numbers from which a number can come back', () => {
    const { valuesOf, sets, indexOf, programs } = find({
      variables: { 'a.coins': new ComparedNumber(1, [3]) },
      functions: {
        earn: (run) => run.add('a.coins', 5, 0),
        spend: (run) => run.add('a.coins', -2, 0),
        buy: (run) => {
          if (run.number('a.coins') === 3) run.end('rich')
        },
      },
    })
    const coins = indexOf('a.coins')
    expect([...valuesOf('a.coins')].sort()).toEqual([0, 1, 2, 3, 4])
    expect(sets.isWidened(coins)).toBe(true)
    expect(sets.events.has('ended rich')).toBe(true)
    expect(sets.reasonsOfVariable(coins)).toEqual([])
    const values = programs.variables[coins]?.values ?? []
    const back = sets.sumsOf({ kind: 'add', variable: coins, amount: -2, min: 0, max: Infinity }, values.indexOf(4))
    expect(back.map((value) => values[value]).sort()).toEqual([2, 3, 4])
    expect(sets.find(coins, 1_000)).toBe(values.indexOf(4))
  })

  it.each([
    ['is calculated with', { 'a.coins': 0 }, (coins: number) => coins / 2 === 35_000],
    ['is not a whole number', { 'a.coins': new ComparedNumber(0.5, [3]) }, (coins: number) => coins > 3],
  ])('says that a number without end that %s is unbounded', (_, variables, isRich) => {
    const { sets, indexOf } = find({
      variables: { ...variables, 'b.flag': false },
      functions: {
        earn: (run) => run.add('a.coins', 1),
        lose: (run) => run.add('a.coins', -1),
        retire: (run) => {
          if (isRich(run.number('a.coins'))) run.end('rich')
        },
        other: (run) => run.set('b.flag', true),
      },
    })
    expect(sets.reasonsOfVariable(indexOf('a.coins'))).toEqual([{ kind: 'unbounded', variable: 'a.coins' }])
    expect(sets.reasonsOfVariable(indexOf('b.flag'))).toEqual([])
    expect(sets.reasonsFor('called retire')).toEqual([{ kind: 'unbounded', variable: 'a.coins' }])
    expect(sets.reasonsFor('called other')).toEqual([])
  })

  it('says which program is too wide', () => {
    const { sets } = find({
      variables: { 'a.x': 0 },
      functions: {
        spin: (run) =>
          run.set(
            'a.x',
            ['a', 'b', 'c', 'd', 'e'].reduce((n, name) => n * 10 + run.choose(name, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 0),
          ),
      },
    })
    expect(sets.reasonsFor('called spin')).toEqual([{ kind: 'wide', program: 'spin' }])
  })
})
