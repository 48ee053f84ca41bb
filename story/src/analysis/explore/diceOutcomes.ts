import type { Effect, Gamebook, Roll } from '../../gamebook/gamebook.ts'
import type { RollDice } from '../../state/dice.ts'

/** The dice of one roll, as they fell. */
export type Dice = readonly number[]

/** What dice can show, as far as it matters: one way to each total. */
export type DiceOutcomes = (count: number, sides: number) => readonly Dice[]

/** What happened when the dice fell in one way. */
export interface Outcome<Result> {
  readonly result: Result
  readonly rolls: readonly Dice[]
}

const MOST_OUTCOMES = 4096

/** Does something once for every way in which the dice can fall. `isWhole` is false where those are too many. */
export function forEachOutcome<Result>(
  outcomesOf: DiceOutcomes,
  run: (rollDice: RollDice) => Result,
): { readonly outcomes: readonly Outcome<Result>[]; readonly isWhole: boolean } {
  const outcomes: Outcome<Result>[] = []
  /** Which outcome of each roll comes next, and how many there are. */
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
    if (outcomes.length >= MOST_OUTCOMES) return { outcomes, isWhole: false }
    chosen.length = rolls.length
    while (chosen.length > 0 && (chosen.at(-1) ?? 0) + 1 >= (counts[chosen.length - 1] ?? 0)) chosen.pop()
    const last = chosen.at(-1)
    if (last === undefined) return { outcomes, isWhole: true }
    chosen[chosen.length - 1] = last + 1
  }
}

/** The dice that were written down, one roll after the other; ones where they run out. */
export function scriptedDice(rolls: readonly Dice[]): RollDice {
  let next = 0
  return ({ seed, counter }, count, sides) => {
    const written = rolls[next] ?? []
    next += 1
    const dice = Array.from({ length: count }, (_, index) => Math.min(written[index] ?? 1, sides))
    return { dice, rng: { seed, counter: counter + count } }
  }
}

/**
 * Only totals matter to rules. Where a total serves for nothing but success or failure, and is neither written nor
 * read (`readsTotal`), the least and the most stand for all: success comes from a total upwards.
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

function listOutcomes(count: number, sides: number, areAll: boolean): readonly Dice[] {
  const [least, most] = [count, count * sides]
  if (!areAll)
    return least === most ? [diceOf(least, count, sides)] : [diceOf(most, count, sides), diceOf(least, count, sides)]
  return Array.from({ length: most - least + 1 }, (_, index) => diceOf(least + index, count, sides))
}

/** Dice that add up to a total, as even as can be. */
function diceOf(total: number, count: number, sides: number): Dice {
  const even = Math.min(sides, Math.floor(total / count))
  const more = total - even * count
  return Array.from({ length: count }, (_, index) => (index < more ? even + 1 : even))
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
