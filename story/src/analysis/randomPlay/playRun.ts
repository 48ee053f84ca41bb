import type { Gamebook } from '../../gamebook/gamebook.ts'
import { performCall } from '../../play/callFunction.ts'
import { endTurn } from '../../play/endTurn.ts'
import { endingId } from '../../play/listEndings.ts'
import { offeredFunctions } from '../../play/offeredFunctions.ts'
import type { Receipt } from '../../state/receipt.ts'
import { writeStartAnswers } from '../../state/startAnswers.ts'
import { listStartQuestions } from '../../state/startQuestions.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { judge } from '../findings/judge.ts'
import { describeViolation } from '../findings/namedCondition.ts'
import { createRandom, type Random } from '../random.ts'
import { OPENING, type Step } from '../steps/step.ts'
import { toStartAnswers, type AnswerArgs } from '../steps/toStartAnswers.ts'
import { CallCounts } from './callCounts.ts'
import { chooseCall } from './chooseCall.ts'
import type { Coverage } from './coverage.ts'
import { listAnswers } from './listAnswers.ts'
import { findStateViolation } from './validateState.ts'

export interface RandomFailure {
  readonly seed: number
  readonly kind: 'expression-fails' | 'invalid-state' | 'invariant-violated' | 'stuck' | 'thrown' | 'trigger-loop'
  readonly message: string
  readonly steps: readonly Step[]
}

interface RunOptions {
  readonly seed: number
  readonly maxSteps: number
  readonly mustEnd: boolean
  readonly coverage: Coverage
}

export interface RandomRun {
  /** The player's answers before the first call; empty if there are none. */
  readonly opening: readonly Step[]
  readonly steps: readonly Step[]
  readonly state: StoryState
  readonly ended: string | null
  readonly failure: RandomFailure | null
}

/** Plays one run. */
export function playRun(gamebook: Gamebook, { seed, maxSteps, mustEnd, coverage }: RunOptions): RandomRun {
  const steps: Step[] = []
  const outcome: { failure: RandomFailure | null } = { failure: null }
  const fail = (kind: RandomFailure['kind'], message: string): void => {
    outcome.failure ??= { seed, kind, message, steps: [...opening, ...steps] }
  }
  const report = (where: string, error: Error): void => fail('expression-fails', `${where}: ${error.message}`)
  const random = createRandom(seed)
  const counts = new CallCounts(seed)
  const answers = randomAnswers(gamebook, random)
  const opening = Object.keys(answers).length === 0 ? [] : [{ function: OPENING, args: answers, rolls: [] }]
  let valid: StoryState | null = null
  let world = worldOf(gamebook, writeStartAnswers(gamebook, startState(seed), toStartAnswers(answers)))
  try {
    world = followUp(world, [])
    judgeState(world)
    while (world.state.ended === undefined && steps.length < maxSteps && outcome.failure === null) {
      const step = chooseCall(offeredFunctions(world, report), counts, random)
      if (step === null) {
        if (mustEnd) fail('stuck', 'The story has not ended, and no function is offered.')
        break
      }
      steps.push(step)
      const done = performCall(world, { function: step.function, args: step.args, by: 'tool' }, report)
      if (done.refusal !== null) continue
      coverage.addCall(done.receipt, world)
      world = followUp({ ...world, state: done.state }, [done.receipt])
      const violation = findStateViolation(gamebook, world.state, valid)
      if (violation === null) valid = world.state
      else fail('invalid-state', violation)
      judgeState(world)
    }
  } catch (error) {
    fail('thrown', error instanceof Error ? error.message : String(error))
  }
  return { opening, steps, state: world.state, ended: endedBy(world.state), failure: outcome.failure }

  function followUp(before: World, receipts: readonly Receipt[]): World {
    const run = endTurn(before, report)
    coverage.addReceipts(run.receipts)
    coverage.addFired(before.state, run.state)
    const failed = [...receipts, ...run.receipts].find(({ result }) => result === 'failed')
    if (failed !== undefined)
      fail(failed.code === 'trigger-limit' ? 'trigger-loop' : 'expression-fails', failed.reason ?? '')
    return { ...before, state: run.state }
  }

  function judgeState(now: World): void {
    const broken = findViolation(now)
    if (broken !== null) fail('invariant-violated', broken)
    gamebook.goals.forEach(({ condition }, index) => {
      if (!coverage.goals.has(index) && judge(now, condition) === true) coverage.goals.add(index)
    })
  }
}

function findViolation(world: World): string | null {
  for (const invariant of world.gamebook.invariants) {
    const judgment = judge(world, invariant.condition)
    if (judgment !== true) return describeViolation(invariant, judgment)
  }
  return null
}

/** Draws nothing if the gamebook asks nothing, so the same seed gives the same calls as before it did. */
function randomAnswers(gamebook: Gamebook, random: Random): AnswerArgs {
  const answers: Record<string, string> = {}
  for (const question of listStartQuestions(gamebook)) {
    const text = random.pick(listAnswers(gamebook, question))
    if (text !== undefined && text !== question.suggestion) answers[`${question.entityId}.${question.field}`] = text
  }
  return answers
}

function endedBy({ ended }: StoryState): string | null {
  return ended === undefined ? null : endingId(ended)
}
