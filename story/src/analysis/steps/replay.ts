import type { Gamebook } from '../../gamebook/gamebook.ts'
import { performCall } from '../../play/callFunction.ts'
import { endTurn } from '../../play/endTurn.ts'
import { rollDice, type RollDice } from '../../state/dice.ts'
import { writeStartAnswers } from '../../state/startAnswers.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { scriptedDice } from './scriptedDice.ts'
import { OPENING, type Step } from './step.ts'
import { toStartAnswers, type AnswerArgs } from './toStartAnswers.ts'

/** The states before the first call and after each one, with the dice of the steps. The list ends at a refused call. */
export function replay(gamebook: Gamebook, steps: readonly Step[]): readonly StoryState[] {
  const [first] = steps
  const opening = first?.function === OPENING ? first : { args: {}, rolls: [] }
  const calls = steps.filter((step) => step.function !== OPENING)
  return play(gamebook, { seed: 0, answers: opening.args }, calls, scriptedDice(opening.rolls), ({ rolls }) =>
    scriptedDice(rolls),
  )
}

const MAX_SEEDS = 20_000

/** Finds a seed whose dice lead through the same states. Null if none of the first twenty thousand does. */
export function findSeed(gamebook: Gamebook, steps: readonly Step[]): number | null {
  const states = replay(gamebook, steps)
  const expected = states.map(withoutDice)
  const calls = steps.filter((step) => step.function !== OPENING)
  const answers = steps.find((step) => step.function === OPENING)?.args ?? {}
  // Dice are rolled before the first call as well, and then steps need not list them.
  const hasDice = (states.at(-1)?.rng.counter ?? 0) > 0
  for (let seed = 1; seed <= (hasDice ? MAX_SEEDS : 1); seed += 1) {
    let reached = 0
    const isExpected = (state: StoryState): boolean => withoutDice(state) === expected[reached++]
    const played = play(gamebook, { seed, answers }, calls, rollDice, () => rollDice, isExpected)
    if (played.length === expected.length) return seed
  }
  return null
}

/** A key that is the same for states that differ in their dice only. */
function withoutDice(state: StoryState): string {
  return JSON.stringify({ ...state, rng: null })
}

function play(
  gamebook: Gamebook,
  { seed, answers }: { readonly seed: number; readonly answers: AnswerArgs },
  calls: readonly Step[],
  opening: RollDice,
  diceOf: (step: Step) => RollDice,
  isExpected: (state: StoryState) => boolean = () => true,
): readonly StoryState[] {
  const world = worldOf(gamebook, writeStartAnswers(gamebook, startState(seed), toStartAnswers(answers)))
  const states: StoryState[] = []
  let { state } = endTurn({ ...world, rollDice: opening }, ignore)
  if (!isExpected(state)) return states
  states.push(state)
  for (const step of calls) {
    const now = { ...world, state, rollDice: diceOf(step) }
    const done = performCall(now, { function: step.function, args: step.args, by: 'tool' }, ignore)
    if (done.refusal !== null) return states
    ;({ state } = endTurn({ ...now, state: done.state }, ignore))
    if (!isExpected(state)) return states
    states.push(state)
  }
  return states
}

function ignore(): void {}
