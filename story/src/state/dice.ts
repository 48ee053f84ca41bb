import type { StoryState } from './storyState.ts'

type Rng = StoryState['rng']

/** The checker replaces the dice of the state with every possible outcome. */
export type RollDice = (
  rng: Rng,
  count: number,
  sides: number,
) => { readonly dice: readonly number[]; readonly rng: Rng }

/** The seeded dice of the state (gamebook format, section 8.1). The counter increases by one for each die. */
export const rollDice: RollDice = ({ seed, counter }, count, sides) => ({
  dice: Array.from(
    { length: count },
    (_, index) => 1 + Math.floor((drawNumber(seed, counter + index) * sides) / 2 ** 32),
  ),
  rng: { seed, counter: counter + count },
})

/** Number n of a seed: an unsigned 32-bit integer. */
function drawNumber(seed: number, n: number): number {
  const a = (seed + Math.imul(0x6d2b79f5, n + 1)) >>> 0
  let t = Math.imul(a ^ (a >>> 15), 1 | a)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return (t ^ (t >>> 14)) >>> 0
}
