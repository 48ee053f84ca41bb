import type { Value } from '../expression.ts'
import type { Scope } from '../scope.ts'

/** The value of an expression, or of a part of one, in a scope. Throws `ExpressionError`. */
export type Read<Result extends Value = Value> = (scope: Scope) => Result
