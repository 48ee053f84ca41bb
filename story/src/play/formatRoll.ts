import { formatNumber } from '../expressions/evaluate/formatNumber.ts'
import type { RollRecord } from '../state/receipt.ts'

/** `2d6: 4 + 3, plus 2 = 9: success` */
export function formatRoll({ roll, dice, add, total, success }: RollRecord): string {
  const added = add === 0 ? '' : add < 0 ? `, minus ${formatNumber(-add)}` : `, plus ${formatNumber(add)}`
  const isSum = dice.length > 1 || add !== 0
  const shown = `${roll}: ${dice.join(' + ')}${added}${isSum ? ` = ${formatNumber(total)}` : ''}`
  return success === undefined ? shown : `${shown}: ${success ? 'success' : 'failure'}`
}
