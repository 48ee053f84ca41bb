import { RESTORE, type Receipt } from '../state/receipt.ts'
import type { StateFinding } from './stateFinding.ts'

/** Records that a saved state no longer fit the gamebook. */
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
