import type { RollDice } from '../../../state/dice.ts'

export type Dice = readonly number[]

/** The result of a run with certain dice. */
export interface Rolled<Result> {
  readonly result: Result
  readonly rolls: readonly Dice[]
}

const MAX_RUNS = 200

/**
 * Runs something once for every total of every roll in it. `isWhole` is false if these are too many. The list of rolls
 * that a run receives grows with every roll.
 */
export function runWithAllDice<Result>(run: (rollDice: RollDice, rolls: readonly Dice[]) => Result): {
  readonly runs: readonly Rolled<Result>[]
  readonly isWhole: boolean
} {
  const runs: Rolled<Result>[] = []
  let script: readonly number[] | null = []
  while (script !== null) {
    if (runs.length === MAX_RUNS) return { runs, isWhole: false }
    const planned: readonly number[] = script
    const totals: number[] = []
    const highest: number[] = []
    const rolls: Dice[] = []
    const rollDice: RollDice = (rng, count, sides) => {
      const total = planned[totals.length] ?? count
      totals.push(total)
      highest.push(count * sides)
      const dice = diceOf(total, count, sides)
      rolls.push(dice)
      return { dice, rng }
    }
    runs.push({ result: run(rollDice, rolls), rolls })
    script = nextScript(totals, highest)
  }
  return { runs, isWhole: true }
}

/** The last roll that can show more shows one more; what follows it is rolled from the lowest total again. */
function nextScript(totals: readonly number[], highest: readonly number[]): readonly number[] | null {
  const last = totals.findLastIndex((total, index) => total < (highest[index] ?? 0))
  return last < 0 ? null : [...totals.slice(0, last), (totals[last] ?? 0) + 1]
}

function diceOf(total: number, count: number, sides: number): Dice {
  const dice: number[] = []
  for (let left = total; dice.length < count; left -= dice.at(-1) ?? 0)
    dice.push(Math.min(sides, left - (count - dice.length - 1)))
  return dice
}

/** Dice as steps list them. Rolls that are not listed show ones. */
export function rollFrom(rolls: readonly Dice[]): RollDice {
  let next = 0
  return (rng, count) => {
    const listed = rolls[next] ?? []
    next += 1
    return { dice: Array.from({ length: count }, (_, index) => listed[index] ?? 1), rng }
  }
}
