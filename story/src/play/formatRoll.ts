import { formatNumber } from '../expressions/evaluate/formatNumber.ts'
import type { RollRecord } from '../state/receipt.ts'

/** `2d6: 4 + 3 + 2 = 9 against 8: success` */
export function formatRoll({ roll, dice, add, total, at_least: target, success }: RollRecord): string {
  const added = add === 0 ? '' : add < 0 ? ` − ${formatNumber(-add)}` : ` + ${formatNumber(add)}`
  const isSum = dice.length > 1 || add !== 0
  const shown = `${roll}: ${dice.join(' + ')}${added}${isSum ? ` = ${formatNumber(total)}` : ''}`
  if (success === undefined) return shown
  const against = target === undefined ? '' : ` against ${formatNumber(target)}`
  return `${shown}${against}: ${success ? 'success' : 'failure'}`
}
