import type { Complaint } from './complaints.ts'
import { ExpressionError, type ExpressionErrorCode, type ExpressionPlace } from './expressionError.ts'

/** Throws what is wrong with an expression at one of its characters. */
export function fail(
  { source, locate }: Omit<ExpressionPlace, 'offset'>,
  offset: number,
  code: ExpressionErrorCode,
  { message, hint }: Complaint,
  options?: ErrorOptions,
): never {
  throw new ExpressionError(code, message, hint, { source, offset, locate }, options)
}
