import type { Condition, ConditionTerm, Expression, Value } from '../expression.ts'
import type { Scope } from '../scope.ts'
import { compile } from './compile.ts'
import { isTruthy } from './truth.ts'

/** Throws `ExpressionError`. */
export function evaluate(expression: Expression, scope: Scope): Value {
  return compile(expression)(scope)
}

/** Whether all terms are true, left to right with short circuit; null is true. Throws `ExpressionError`. */
export function holds(condition: Condition | null, scope: Scope): boolean {
  if (condition === null) return true
  const isMet = areMet(condition.terms, scope)
  scope.observe?.(condition, isMet)
  return isMet
}

function areMet(terms: readonly ConditionTerm[], scope: Scope): boolean {
  for (const term of terms) if (!isTruthy(typeof term === 'object' ? evaluate(term, scope) : term)) return false
  return true
}
