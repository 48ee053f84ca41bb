import type { Gamebook } from '../../gamebook/gamebook.ts'
import { performCall } from '../../play/callFunction.ts'
import { endTurn } from '../../play/endTurn.ts'
import { rollDice, type RollDice } from '../../state/dice.ts'
import { writeStartAnswers } from '../../state/startAnswers.ts'
import { startState } from '../../state/storyState.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { Coverage } from '../randomPlay/coverage.ts'
import type { Dice } from '../steps/scriptedDice.ts'
import { OPENING, type Step } from '../steps/step.ts'
import { toStartAnswers } from '../steps/toStartAnswers.ts'
import { playRun } from '../randomPlay/playRun.ts'

const RUNS = 2
const MAX_STEPS = 200

interface PlayOptions {
  /** Of the first play; each play has the next one. */
  readonly seed?: number
  readonly runs?: number
}

/** The accepted calls of some random plays, with the dice that were rolled. The same gamebook gives the same plays. */
export function* randomSteps(
  gamebook: Gamebook,
  { seed: first = 1, runs = RUNS }: PlayOptions = {},
): Generator<readonly Step[]> {
  for (let seed = first; seed < first + runs; seed += 1) {
    const coverage = new Coverage(gamebook)
    const { opening, steps } = playRun(gamebook, { seed, maxSteps: MAX_STEPS, mustEnd: false, coverage })
    yield withRolls(gamebook, seed, opening, steps)
  }
}

function withRolls(
  gamebook: Gamebook,
  seed: number,
  opening: readonly Step[],
  steps: readonly Step[],
): readonly Step[] {
  const recorder = new DiceRecorder()
  const answers = opening[0]?.args ?? {}
  const start = writeStartAnswers(gamebook, startState(seed), toStartAnswers(answers))
  let world = { ...worldOf(gamebook, start), rollDice: recorder.roll }
  world = { ...world, state: endTurn(world, ignore).state }
  const rolls = recorder.take()
  const played: Step[] = rolls.length + opening.length === 0 ? [] : [{ function: OPENING, args: answers, rolls }]
  for (const { function: name, args } of steps) {
    const done = performCall(world, { function: name, args, by: 'tool' }, ignore)
    if (done.refusal !== null) {
      recorder.take()
      continue
    }
    world = { ...world, state: endTurn({ ...world, state: done.state }, ignore).state }
    played.push({ function: name, args, rolls: recorder.take() })
  }
  return played
}

class DiceRecorder {
  private rolls: Dice[] = []

  readonly roll: RollDice = (rng, count, sides) => {
    const rolled = rollDice(rng, count, sides)
    this.rolls.push(rolled.dice)
    return rolled
  }

  take(): readonly Dice[] {
    const { rolls } = this
    this.rolls = []
    return rolls
  }
}

function ignore(): void {}
