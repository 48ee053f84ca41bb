import type { ExpressionMessage } from '../expressionMessages.ts'
import { ExpressionError, type ExpressionErrorCode, type SourcePosition } from '../expressionError.ts'

/** Throws an `ExpressionError` for the character at `offset`. */
export function fail(
  { source, locate }: Omit<SourcePosition, 'offset'>,
  offset: number,
  code: ExpressionErrorCode,
  { message, hint }: ExpressionMessage,
  options?: ErrorOptions,
): never {
  throw new ExpressionError(code, message, hint, { source, offset, locate }, options)
}
