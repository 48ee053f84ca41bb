import fc from 'fast-check'
import { expect, it } from 'vitest'

import { evaluate } from '../../expressions/evaluate/evaluate.ts'
import type { Expression } from '../../expressions/expression.ts'
import { ExpressionError } from '../../expressions/expressionError.ts'
import { parseExpression } from '../../expressions/parse/parse.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { startState } from '../../state/storyState.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { applyChange, writeField } from '../../state/change.ts'
import { boundsOf, failureBounds, readCalculation } from './calculationBounds.ts'

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

function boundsIn(source: string, constant: number): readonly number[] | undefined {
  const calculation = calculationOf(source)
  return calculation === null ? undefined : distinct(boundsOf(calculation, constant))
}

function distinct(bounds: readonly number[]): readonly number[] {
  return [...new Set(bounds)].sort((a, b) => a - b)
}

it.each([
  ['player.coins / 2', 35_000, [69_999, 70_000, 70_001]],
  ['player.coins / 2', 0.25, [0, 1]],
  ['10 - player.coins', 3, [6, 7, 8]],
  ['player.coins * 3 + 1', 10, [2, 3, 4]],
  ['-player.coins', 4, [-5, -4, -3]],
  ['player.coins * 0', 1, []],
  ['player.coins * 0', -1, []],
  ['player.coins * 0', 0, []],
  ['player.coins / 2', -(2 ** 60), []],
  ['player.coins + 1', 2 ** 53 - 1, [2 ** 53 - 3, 2 ** 53 - 2, 2 ** 53 - 1]],
  ['10 / player.coins', 2.5, [-1, 1, 3, 4, 5]],
  ['10 / player.coins', -2, [-6, -5, -4, -1, 1]],
  ['10 / (player.coins * 2 - 3)', 0, [1, 2]],
  ['0 / player.coins', 0, [-1, 1]],
  ['1 / (1 / (player.coins - 5))', 7, [4, 6, 11, 12, 13]],
])('finds where "%s" passes %d', (source, constant, bounds) => {
  expect(boundsIn(source, constant)).toEqual(bounds)
})

it.each([
  'player.coins * player.coins',
  '10 / player.coins * player.coins',
  'player.coins / player.coins',
  'player.coins / 0',
  'max(player.coins, 3)',
])('leaves "%s" alone', (source) => {
  expect(calculationOf(source)).toBeNull()
})

it.each([`player.coins * ${'9'.repeat(300)}`, `3 / (player.coins * ${'9'.repeat(300)})`])(
  'leaves a calculation alone that can be too large for a number: %s',
  (source) => {
    expect(calculationOf(source)).toBeNull()
  },
)

const amounts = fc.integer({ min: -20, max: 20 })
const parts = fc.tuple(fc.constantFrom('+', '-', '*', '/'), amounts, fc.boolean())

/** Null if it fails. */
function calculate(expression: Expression, coins: number): unknown {
  const world = worldOf(gamebook, applyChange(startState(0), writeField('player', 'coins', coins)))
  try {
    return evaluate(expression, world)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

it('calculates as the engine does, and neither a comparison nor a failure changes between its bounds', () => {
  let failures = 0
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), amounts, (rest, constant) => {
      const source = rest.reduce((before, [operator, amount, isLast]) => {
        return isLast ? `(${before} ${operator} (${amount}))` : `((${amount}) ${operator} ${before})`
      }, 'player.coins')
      const expression = parseExpression(source)
      const calculation = readCalculation(expression.root)
      fc.pre(calculation !== null)
      const [all, failing] = [distinct(boundsOf(calculation, constant)), distinct(failureBounds(calculation))]
      const results = new Map<string, unknown>()
      for (let coins = -300; coins <= 300; coins += 1) {
        const result = calculate(expression, coins)
        const isFailure = typeof result !== 'number'
        if (isFailure) failures += 1
        else expect(calculation.resultOf(coins)).toBe(result)
        for (const [bounds, seen] of [
          [all, isFailure ? 'fails' : Math.sign(result - constant)],
          [failing, isFailure],
        ] as const) {
          const place = `${typeof seen === 'boolean'} ${bounds.map((bound) => Math.sign(coins - bound)).join()}`
          expect(results.get(place) ?? seen).toBe(seen)
          results.set(place, seen)
        }
      }
    }),
    { numRuns: 40 },
  )
  expect(failures).toBeGreaterThan(0)
})
