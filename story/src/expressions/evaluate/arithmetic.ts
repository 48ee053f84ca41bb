import { divisionByZero, notANumber } from '../expressionMessages.ts'
import type { Expression, Value } from '../expression.ts'
import { fail } from './fail.ts'
import { kindOf } from '../kindOf.ts'
import type { ArithmeticOperator, ArithmeticStep, Span } from '../syntax/syntax.ts'

/** Applies one step of a chain of `+ -` or `* /` to the total so far. */
export function applyStep(total: number, step: ArithmeticStep, value: Value, expression: Expression): number {
  const { operator, operand } = step
  const right = requireNumber(value, operand, operator, expression)
  if (operator === '/' && right === 0) fail(expression, operand.start, 'division-by-zero', divisionByZero)
  const result = OPERATIONS[operator](total, right)
  return Number.isFinite(result) ? result : fail(expression, operand.start, 'not-numeric', TOO_LARGE)
}

const OPERATIONS: Record<ArithmeticOperator, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
}

const TOO_LARGE = { message: 'The result is too large for a number.', hint: 'Calculate with smaller numbers.' }

/** Throws unless the value is a number; `user` is the operator or function that needs it, such as `+`. */
export function requireNumber(value: Value, { start }: Span, user: string, expression: Expression): number {
  return typeof value === 'number' ? value : fail(expression, start, 'not-numeric', notANumber(user, kindOf(value)))
}
