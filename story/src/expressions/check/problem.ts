import type { ExpressionMessage } from '../expressionMessages.ts'

/** A problem that an expression has in every state. */
export interface ExpressionProblem extends ExpressionMessage {
  readonly code: ExpressionProblemCode
  readonly severity: 'error' | 'warning'
  /** The position in the source of the expression. */
  readonly offset: number
}

/** Codes of diagnostics. */
export type ExpressionProblemCode =
  | 'expression-unknown-entity'
  | 'expression-unknown-field'
  | 'expression-unknown-topic'
  | 'expression-not-an-entity'
  | 'expression-type'
  | 'expression-not-numeric'
  | 'expression-division-by-zero'
  | 'unknown-parameter'
  | 'field-not-on-every-node'
  | 'never-equal'

/** Records a problem; the check continues after it. */
export type ReportProblem = (code: ExpressionProblemCode, offset: number, message: ExpressionMessage) => void

export function severityOf(code: ExpressionProblemCode): ExpressionProblem['severity'] {
  return code === 'field-not-on-every-node' || code === 'never-equal' ? 'warning' : 'error'
}
