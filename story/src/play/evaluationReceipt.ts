import type { ExpressionError } from '../expressions/expressionError.ts'
import type { Receipt } from '../state/receipt.ts'

/** The engine's report of an expression that failed where the story had to go on. */
export function evaluationReceipt(where: string, error: ExpressionError): Receipt {
  return {
    action: 'core/evaluate',
    by: 'system',
    args: { where, source: error.source },
    result: 'failed',
    code: 'expression-error',
    reason: `${error.message} (${error.code})`,
    guards: [],
    changes: [],
  }
}
