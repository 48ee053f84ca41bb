import type { RollRecord } from '../state/receipt.ts'

/** `2d6: 4 and 3, plus 2, is 9: made it` */
export function formatRoll({ roll, dice, add, total, success }: RollRecord): string {
  const added = add === 0 ? '' : add < 0 ? `, minus ${-add}` : `, plus ${add}`
  const isSum = dice.length > 1 || add !== 0
  const shown = `${roll}: ${listWithAnd(dice)}${added}${isSum ? `, is ${total}` : ''}`
  return success === undefined ? shown : `${shown}: ${success ? 'made it' : 'missed it'}`
}

function listWithAnd(dice: readonly number[]): string {
  const [last, ...others] = dice.toReversed()
  return others.length === 0 ? String(last) : `${others.toReversed().join(', ')} and ${last}`
}
