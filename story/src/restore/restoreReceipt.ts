import { RESTORE, type Receipt } from '../state/receipt.ts'
import type { StateFinding } from './stateFinding.ts'

/** The engine's report of a saved state that did not fit the gamebook any more. */
export function restoreReceipt(findings: readonly StateFinding[]): Receipt {
  return {
    action: RESTORE,
    by: 'system',
    args: { findings: findings.map(({ code, path }) => ({ code, path })) },
    result: 'applied',
    reason: findings.map(({ message }) => message).join('\n'),
    guards: [],
    changes: [],
  }
}
