import type { Condition } from '../expressions/expression.ts'
import { holds } from '../expressions/evaluate/evaluate.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import type { Reason } from '../gamebook/gamebook.ts'
import { reasonFor } from './reasonFor.ts'
import type { GuardRecord } from './receipt.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { ReportFailure } from './errorFallback.ts'
import type { World } from './world.ts'

/** A declared condition that can refuse an action. */
export interface Guard {
  /** `go_to.enabled`, `square.edges.cellar` or `cellar.requires`. */
  readonly name: string
  readonly condition: Condition
  readonly code: RefusalCode
  /** The author's reasons. */
  readonly otherwise: readonly Reason[]
  /** The reason if none of the author's applies. */
  readonly defaultReason: string
}

/** Evaluates guards in order until one refuses. A guard that can't be evaluated refuses and is reported. */
export function checkGuards(
  world: World,
  guards: readonly Guard[],
  report: ReportFailure,
): { records: readonly GuardRecord[]; refusal: Refusal | null } {
  const records: GuardRecord[] = []
  for (const guard of guards) {
    const refusal = evaluateGuard(world, guard, report)
    records.push({ guard: guard.name, source: guard.condition.source, holds: refusal === null })
    if (refusal !== null) return { records, refusal }
  }
  return { records, refusal: null }
}

function evaluateGuard(world: World, guard: Guard, report: ReportFailure): Refusal | null {
  try {
    if (holds(guard.condition, world)) return null
    const reason = reasonFor(world, guard.otherwise, `${guard.name} otherwise`, report) ?? guard.defaultReason
    return { code: guard.code, reason }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    report(guard.name, error)
    return EXPRESSION_ERROR
  }
}

export const EXPRESSION_ERROR: Refusal = {
  code: 'expression-error',
  reason: 'A rule in this gamebook has an error, so nothing happens.',
}
