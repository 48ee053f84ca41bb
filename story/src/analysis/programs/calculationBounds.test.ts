import fc from 'fast-check'
import { expect, it } from 'vitest'

import { evaluate } from '../../expressions/evaluate/evaluate.ts'
import { parseExpression } from '../../expressions/parse/parse.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { startState } from '../../state/storyState.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { applyChange, writeField } from '../../state/change.ts'
import { boundsOf, readCalculation } from './calculationBounds.ts'

const gamebook = loadGamebook(`
title: Purse
entity_types:
  - name: Person
    fields: {coins: {type: integer, default: 0}}
    entities: [{id: player}]
`)

function calculationOf(source: string): ReturnType<typeof readCalculation> {
  return readCalculation(parseExpression(source).root)
}

function boundsIn(source: string, constant: number): readonly number[] | null {
  const calculation = calculationOf(source)
  if (calculation === null) throw new Error(`Not a calculation: ${source}`)
  return boundsOf(calculation, constant)
}

it.each([
  ['player.coins / 2', 35_000, [69_999, 70_000, 70_000, 70_001]],
  ['player.coins / 2', 0.25, [0, 1, 0, 1]],
  ['10 - player.coins', 3, [6, 7, 7, 8]],
  ['player.coins * 3 + 1', 10, [2, 3, 3, 4]],
  ['-player.coins', 4, [-5, -4, -4, -3]],
  ['player.coins * 0', 1, []],
  ['player.coins * 0', -1, []],
  ['player.coins * 0', 0, []],
  ['player.coins / 2', -(2 ** 60), []],
  ['player.coins + 1', 2 ** 53 - 1, [2 ** 53 - 3, 2 ** 53 - 2, 2 ** 53 - 2, 2 ** 53 - 1]],
])('finds where "%s" passes %d', (source, constant, bounds) => {
  expect(boundsIn(source, constant)?.toSorted((a, b) => a - b)).toEqual(bounds.toSorted((a, b) => a - b))
})

it.each(['player.coins * player.coins', '10 / player.coins', 'player.coins / 0', 'max(player.coins, 3)'])(
  'leaves "%s" alone',
  (source) => {
    expect(calculationOf(source)).toBeNull()
  },
)

it('leaves a calculation alone that can be too large for a number', () => {
  expect(boundsIn(`player.coins * ${'9'.repeat(300)}`, 3)).toBeNull()
})

const amounts = fc.integer({ min: -20, max: 20 })
const parts = fc.tuple(fc.constantFrom('+', '-', '*', '/'), amounts)

it('calculates as the engine does, and no comparison changes between its bounds', () => {
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), amounts, (rest, constant) => {
      const source = rest.reduce((before, [operator, amount]) => `(${before} ${operator} (${amount}))`, 'player.coins')
      const calculation = calculationOf(source)
      fc.pre(calculation !== null)
      const expression = parseExpression(source)
      const bounds = [...new Set(boundsOf(calculation, constant))].sort((a, b) => a - b)
      const signs = new Map<string, number>()
      for (let coins = -900; coins <= 900; coins += 1) {
        const world = worldOf(gamebook, applyChange(startState(0), writeField('player', 'coins', coins)))
        expect(calculation.resultOf(coins)).toBe(evaluate(expression, world))
        const place = bounds.map((bound) => Math.sign(coins - bound)).join()
        const sign = Math.sign(calculation.resultOf(coins) - constant)
        expect(signs.get(place) ?? sign).toBe(sign)
        signs.set(place, sign)
      }
    }),
    { numRuns: 30 },
  )
})
