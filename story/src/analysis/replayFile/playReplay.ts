import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { performCall } from '../../play/callFunction.ts'
import { describeChanges } from '../../play/changes/describeChanges.ts'
import { endTurn } from '../../play/endTurn.ts'
import { rollDice, type RollDice } from '../../state/dice.ts'
import type { Receipt } from '../../state/receipt.ts'
import { writeStartAnswers } from '../../state/startAnswers.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { scriptedDice } from '../steps/scriptedDice.ts'
import { OPENING, type Step } from '../steps/step.ts'
import { toStartAnswers } from '../steps/toStartAnswers.ts'
import { failureAt, type PlayFailure } from './failure.ts'

/** One played step: the opening, or a call with the triggers after it. */
export interface PlayedStep {
  readonly step: Step
  /** What changed, in words. Empty if the call was refused. */
  readonly changes: readonly string[]
  /** Why the engine refused the call; null if it did not. */
  readonly refusal: string | null
  /** Expressions that failed, and triggers that were stopped. */
  readonly failures: readonly PlayFailure[]
  readonly state: StoryState
}

/**
 * Plays steps with the plain engine, as far as it accepts them.
 * @param seed the seed of the dice; with null, the dice of the steps are used
 */
export function playReplay(gamebook: Gamebook, steps: readonly Step[], seed: number | null): readonly PlayedStep[] {
  const [first] = steps
  const opening = first?.function === OPENING ? first : { function: OPENING, args: {}, rolls: [] }
  const diceOf = ({ rolls }: Step): RollDice => (seed === null ? scriptedDice(rolls) : rollDice)
  const start = startState(seed ?? 0)
  const world = worldOf(gamebook, writeStartAnswers(gamebook, start, toStartAnswers(opening.args)))
  const played = [endStep(world, { ...world, rollDice: diceOf(opening) }, opening, [], [])]
  for (const step of steps.filter((one) => one.function !== OPENING)) {
    const before = { ...world, state: played.at(-1)?.state ?? world.state }
    const after = playCall({ ...before, rollDice: diceOf(step) }, before, step)
    played.push(after)
    if (after.refusal !== null) break
  }
  return played
}

function playCall(rolling: World, before: World, step: Step): PlayedStep {
  const failures: PlayFailure[] = []
  const call = { function: step.function, args: step.args, by: 'tool' } as const
  const done = performCall(rolling, call, (where, error) => void failures.push(failureAt(where, error)))
  if (done.refusal !== null) return { step, changes: [], refusal: done.refusal.reason, failures, state: before.state }
  return endStep(before, { ...rolling, state: done.state }, step, [done.receipt], failures)
}

function endStep(
  before: World,
  now: World,
  step: Step,
  receipts: readonly Receipt[],
  earlier: readonly PlayFailure[],
): PlayedStep {
  const reported: PlayFailure[] = [...earlier]
  const run = endTurn(now, (where, error) => void reported.push(failureAt(where, error)))
  const failed = run.receipts.filter(({ result }) => result === 'failed').map(toFailure)
  const all = [...receipts, ...run.receipts]
  const changes = all.length === 0 ? [] : describeChanges(before, { ...before, state: run.state }, all)
  return { step, changes, refusal: null, failures: [...reported, ...failed], state: run.state }
}

/** Triggers that were stopped, or the condition of a trigger that failed. */
function toFailure({ code, args, reason = '' }: Receipt): PlayFailure {
  const { where = null, source = null } = isMapping(args) ? args : {}
  if (code === 'trigger-limit') return { kind: 'trigger-loop', triggers: namesIn(where), reason }
  // The reason ends with the code of the error.
  const words = reason.replace(/ \([a-z-]+\)$/, '')
  const [trigger = ''] = namesIn(where)
  return {
    kind: 'expression-fails',
    where: trigger,
    source: typeof source === 'string' ? source : '',
    start: null,
    reason: words,
  }
}

function namesIn(where: Json): readonly string[] {
  return (Array.isArray(where) ? where : [where]).filter((name) => typeof name === 'string')
}

function isMapping(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
