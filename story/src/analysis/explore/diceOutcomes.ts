import type { Effect, Gamebook, Roll } from '../../gamebook/gamebook.ts'
import type { RollDice } from '../../state/dice.ts'

/** The results of the dice of one roll. */
export type Dice = readonly number[]

/** Lists the outcomes of a roll that rules can distinguish: one for each total. */
export type DiceOutcomes = (count: number, sides: number) => readonly Dice[]

/** The result of a run with certain dice. */
export interface Outcome<Result> {
  readonly result: Result
  readonly rolls: readonly Dice[]
}

const MAX_OUTCOMES = 4096

/** Runs a function once for every outcome of its dice. `isComplete` is false if there are too many outcomes. */
export function forEachOutcome<Result>(
  outcomesOf: DiceOutcomes,
  run: (rollDice: RollDice) => Result,
): { readonly outcomes: readonly Outcome<Result>[]; readonly isComplete: boolean } {
  const outcomes: Outcome<Result>[] = []
  /** The index of the next outcome of each roll, and how many outcomes it has. */
  const chosen: number[] = []
  const counts: number[] = []
  for (;;) {
    const rolls: Dice[] = []
    const rollDice: RollDice = ({ seed, counter }, count, sides) => {
      const possible = outcomesOf(count, sides)
      const index = (chosen[rolls.length] ??= 0)
      counts[rolls.length] = possible.length
      const dice = possible[index] ?? []
      rolls.push(dice)
      return { dice, rng: { seed, counter: counter + count } }
    }
    outcomes.push({ result: run(rollDice), rolls })
    if (outcomes.length >= MAX_OUTCOMES) return { outcomes, isComplete: false }
    chosen.length = rolls.length
    while (chosen.length > 0 && (chosen.at(-1) ?? 0) + 1 >= (counts[chosen.length - 1] ?? 0)) chosen.pop()
    const last = chosen.at(-1)
    if (last === undefined) return { outcomes, isComplete: true }
    chosen[chosen.length - 1] = last + 1
  }
}

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

/**
 * Rules can only read the total of a roll. If a total only decides between success and failure, and is neither written
 * nor read (`readsTotal`), the lowest and the highest one represent all others, because every roll succeeds from some
 * total upwards.
 */
export function diceOutcomes(gamebook: Gamebook, readsTotal: boolean): DiceOutcomes {
  const isTotalUsed = new Map<string, boolean>()
  for (const roll of rollsOf(gamebook)) {
    const name = `${roll.count}d${roll.sides}`
    isTotalUsed.set(name, (isTotalUsed.get(name) ?? readsTotal) || roll.into !== null)
  }
  const known = new Map<string, readonly Dice[]>()
  return (count, sides) => {
    const name = `${count}d${sides}`
    const outcomes = known.get(name) ?? listOutcomes(count, sides, isTotalUsed.get(name) ?? true)
    known.set(name, outcomes)
    return outcomes
  }
}

function listOutcomes(count: number, sides: number, isEveryTotalNeeded: boolean): readonly Dice[] {
  const [min, max] = [count, count * sides]
  if (!isEveryTotalNeeded)
    return min === max ? [diceOf(min, count, sides)] : [diceOf(max, count, sides), diceOf(min, count, sides)]
  return Array.from({ length: max - min + 1 }, (_, index) => diceOf(min + index, count, sides))
}

/** Dice that add up to a total, as evenly as possible. */
function diceOf(total: number, count: number, sides: number): Dice {
  const even = Math.min(sides, Math.floor(total / count))
  const rest = total - even * count
  return Array.from({ length: count }, (_, index) => (index < rest ? even + 1 : even))
}

export function rollsOf({ functions, triggers }: Gamebook): readonly Roll[] {
  const inEffects = (effects: readonly Effect[]): readonly Roll[] =>
    effects.flatMap((effect) => (effect.kind === 'roll' ? withNested(effect) : []))
  const withNested = (roll: Roll): readonly Roll[] => [roll, ...inEffects(roll.onSuccess), ...inEffects(roll.onFailure)]
  return [
    ...functions.flatMap(({ check, effects }) => [...(check === null ? [] : withNested(check)), ...inEffects(effects)]),
    ...triggers.flatMap(({ effects }) => inEffects(effects)),
  ]
}
