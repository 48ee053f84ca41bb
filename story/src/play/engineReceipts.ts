import type { ExpressionError } from '../expressions/expressionError.ts'
import type { Receipt } from '../state/receipt.ts'

/** Records an expression that failed without stopping the story. */
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

/** Records triggers that kept setting each other off. */
export function triggerLimitReceipt(due: readonly string[]): Receipt {
  return {
    action: 'core/evaluate',
    by: 'system',
    args: { where: [...due] },
    result: 'failed',
    code: 'trigger-limit',
    reason: `These triggers keep setting each other off and were stopped: ${due.join(', ')}.`,
    guards: [],
    changes: [],
  }
}
