import type { ExpressionMessage } from '../expressionMessages.ts'

/** Something that is wrong with an expression whatever the state. */
export interface ExpressionProblem extends ExpressionMessage {
  readonly code: ExpressionProblemCode
  readonly severity: 'error' | 'warning'
  /** Into the source of the expression. */
  readonly offset: number
}

/** Codes of diagnostics. */
export type ExpressionProblemCode =
  | 'expression-unknown-entity'
  | 'expression-unknown-field'
  | 'expression-not-an-entity'
  | 'expression-type'
  | 'expression-not-numeric'
  | 'expression-division-by-zero'
  | 'unknown-parameter'
  | 'field-not-on-every-node'
  | 'never-equal'

/** Notes one; nothing stops at the first. */
export type ReportProblem = (code: ExpressionProblemCode, offset: number, complaint: ExpressionMessage) => void

export function severityOf(code: ExpressionProblemCode): ExpressionProblem['severity'] {
  return code === 'field-not-on-every-node' || code === 'never-equal' ? 'warning' : 'error'
}
