import { holds } from '../../expressions/evaluate/evaluate.ts'
import { ExpressionError } from '../../expressions/expressionError.ts'
import type { Condition } from '../../expressions/expression.ts'
import type { Effect } from '../../gamebook/gamebook.ts'
import { startNesting } from '../../play/nesting.ts'
import { performEffect } from '../../play/performEffect.ts'
import { isRevealed } from '../../traits/visibility.ts'
import { events } from './event.ts'
import { resultOf, UNCHANGED } from './leafOf.ts'
import type { Leaf } from './program.ts'
import type { Run } from './run.ts'

type Result = Omit<Leaf, 'kind' | 'events'>

/** The part of a trigger that a program needs. */
export interface Watched {
  readonly id: string
  readonly condition: Condition
  /** The secret that it reveals; null for a trigger of the author. */
  readonly reveals: string | null
}

/** Whether the condition is true, as `play/runTriggers.ts` evaluates it. What is revealed isn't watched any more. */
export function runCondition(run: Run, { id, condition, reveals }: Watched): Result {
  const secret = reveals === null ? undefined : run.world.gamebook.entities.get(reveals)
  if (secret !== undefined && isRevealed(run.world, secret)) return { ...UNCHANGED, answer: false }
  const answer = judge(run, id, condition)
  if (answer === true) run.events.add(events.fired(id))
  return { ...UNCHANGED, answer }
}

/** Null if the condition fails. */
export function judge(run: Run, where: string, condition: Condition): boolean | null {
  try {
    return holds(condition, run.world)
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    run.report(where, error)
    return null
  }
}

export function runEffect(run: Run, id: string, effect: Effect): Result {
  const request = { by: 'trigger', report: run.report, where: id, nesting: startNesting() } as const
  const outcome = performEffect(run.world, effect, request)
  if (outcome === null) return UNCHANGED
  if (outcome.refusal !== null) return { ...UNCHANGED, refusal: outcome.refusal.code }
  return resultOf(run, outcome.state)
}
