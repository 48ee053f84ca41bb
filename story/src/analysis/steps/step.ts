import type { Json } from '../../json.ts'
import type { Dice } from './scriptedDice.ts'

/** One call of a function with the dice it rolled. */
export interface Step {
  readonly function: string
  readonly args: { readonly [name: string]: Json }
  /** In the order of the rolls, including those of triggers. */
  readonly rolls: readonly Dice[]
}

/** `go_to(to: cellar)`, `force_lock() with 6 5`; before the first call `the start of the story (hero.name: Ada)` */
export function formatStep({ function: name, args, rolls }: Step): string {
  const given = Object.entries(args)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
  const dice = rolls.map((roll) => roll.join(' ')).join(', ')
  const call = name === OPENING ? formatOpening(given) : `${name}(${given})`
  return dice === '' ? call : `${call} with ${dice}`
}

function formatOpening(answers: string): string {
  return answers === '' ? 'the start of the story' : `the start of the story (${answers})`
}

/** The function name of the step that holds the player's answers and the dice rolled before the first call. */
export const OPENING = 'the opening'

/** The number of calls in a path. The opening is not one. */
export function countCalls(steps: readonly Step[]): number {
  return steps.filter((step) => step.function !== OPENING).length
}
