import type { RollDice } from '../../state/dice.ts'
import type { Dice } from '../steps/scriptedDice.ts'

/** A run with the dice that it rolled. */
export interface Rolled<Result> {
  readonly rolls: readonly Dice[]
  readonly result: Result
}

/**
 * Runs something with prescribed dice first, and then with every total of the rolls that follow: one run after the
 * other, as they are asked for.
 */
export function* rollEverything<Result>(
  prescribed: readonly Dice[],
  run: (rollDice: RollDice) => Result,
): Generator<Rolled<Result>, void> {
  /** For each roll after the prescribed ones: how much its total is above the lowest one. */
  let chosen: readonly number[] = []
  for (;;) {
    const rolls: Dice[] = []
    const used: { readonly extra: number; readonly most: number }[] = []
    const current = chosen
    const rollDice: RollDice = ({ seed, counter }, count, sides) => {
      const extra = current[used.length] ?? 0
      const given = prescribed[rolls.length]
      if (given === undefined) used.push({ extra, most: count * (sides - 1) })
      const dice = given ?? diceWith(extra, count)
      rolls.push(dice)
      return { dice, rng: { seed, counter: counter + count } }
    }
    const result = run(rollDice)
    yield { rolls, result }
    while (used.length > 0 && (used.at(-1)?.extra ?? 0) === used.at(-1)?.most) used.pop()
    const last = used.pop()
    if (last === undefined) return
    chosen = [...used.map(({ extra }) => extra), last.extra + 1]
  }
}

/** Dice whose total is this much above the lowest one, as evenly as possible. */
function diceWith(extra: number, count: number): Dice {
  const even = Math.floor(extra / count)
  return Array.from({ length: count }, (_, index) => 1 + even + Number(index < extra - even * count))
}
