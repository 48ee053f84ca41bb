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

/** Records triggers that kept making each other fire, all of them. */
export function triggerLimitReceipt(triggers: readonly string[]): Receipt {
  return {
    action: 'core/evaluate',
    by: 'system',
    args: { where: [...triggers] },
    result: 'failed',
    code: 'trigger-limit',
    reason: `Triggers kept making each other fire and were stopped: ${triggers.join(', ')}.`,
    guards: [],
    changes: [],
  }
}
