import type { RollDice } from '../../state/dice.ts'

/** The results of the dice of one roll. */
export type Dice = readonly number[]

/** Dice with prescribed results, one roll after the other; later rolls show ones. */
export function scriptedDice(rolls: readonly Dice[]): RollDice {
  let next = 0
  return ({ seed, counter }, count, sides) => {
    const scripted = rolls[next] ?? []
    next += 1
    const dice = Array.from({ length: count }, (_, index) => Math.min(scripted[index] ?? 1, sides))
    return { dice, rng: { seed, counter: counter + count } }
  }
}
