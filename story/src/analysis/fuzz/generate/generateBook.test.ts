import { expect, it } from 'vitest'

import { readGamebook } from '../../../format/readGamebook.ts'
import { generateBook } from './generateBook.ts'

const books = Array.from({ length: 200 }, (_, seed) => generateBook(seed + 1))

it('generates the same book for the same seed', () => {
  expect(books.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, seed) => generateBook(seed + 1)))
  expect(new Set(books).size).toBe(books.length)
})

it('generates books without errors', () => {
  const broken = books.flatMap((source) => {
    const { gamebook, diagnostics } = readGamebook(source)
    return gamebook === null ? [diagnostics.map(({ path, message }) => `${path}: ${message}`)] : []
  })
  expect(broken.length / books.length, JSON.stringify(broken)).toBeLessThan(0.05)
})

it.each([
  [
    'actions',
    'graph/transition state/set state/add state/toggle list/add list/remove dice/roll clock/advance item/take item/drop item/give core/reveal core/end-game core/reset-game talk/expect talk/ask story/heard',
  ],
  ['targets', 'transition advance take drop give ask'],
  [
    'keys',
    'requires on_enter on_bound capacity open portable secret reveal_when once ask check into at_least improvisation invariants goals always label if required',
  ],
  ['functions of expressions', 'visited( visits( discussed( count( floor('],
  ['parameters', 'integer boolean choice text entity'],
  ['traits', 'graph graph_node described item container clock speaker'],
])('uses the %s of the language', (_, names) => {
  const all = books.join('\n')
  expect(names.split(' ').filter((name) => !all.includes(name))).toEqual([])
})

it('forms knots', () => {
  const all = books.join('\n')
  const knots = 'WATCH GAMBLER SAFE MASON KEEPER BEGGAR LAMP ROW DUEL DREAMER SLEEPER'.split(' ')
  expect(knots.filter((name) => !all.includes(`name: ${name}`))).toEqual([])
})

it('has places without exits, and numbers and texts without bounds beside the rest', () => {
  expect(books.filter((source) => source.includes('name: CLERK')).length).toBeGreaterThan(10)
  expect(books.some((source) => source.includes('name: stamp'))).toBe(true)
})

it.each([
  /player\.n\d \/ 2 == \d/,
  /player\.n\d \* 2 [!<=>]/,
  /\(player\.n\d - 1\) \/ -2 [!<=>]/,
  /4 - player\.n\d [!<=>]/,
  /\d [!<=>]+ \(?-?\(?player\.n\d [-*+/]/,
  /6 \/ player\.n\d [!<=>]/,
  /4 - 6 \/ \(player\.n\d \* 2 - 3\) [!<=>]/,
])('compares a calculation with a number: %s', (comparison) => {
  expect(books.some((source) => comparison.test(source))).toBe(true)
})
