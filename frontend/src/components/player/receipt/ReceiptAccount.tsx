import { playerText } from '../../../text/player.ts'
import { formatNumber } from '@llm-gamebook/story'
import type { Effect, ReceiptEntry, Roll } from '../../../types/api.ts'
import styles from './ReceiptAccount.module.css'

interface ReceiptAccountProps {
  readonly entry: ReceiptEntry
}

/** What a receipt has for a player beyond its line: each roll with its sum, and the author's reason for a refusal. */
export function ReceiptAccount({ entry }: ReceiptAccountProps) {
  return (
    <>
      {listRolls(entry.receipt).map((roll, index) => (
        <RollAccount key={index} roll={roll} />
      ))}
      {hasFurtherReason(entry) && (
        <p className={styles.reason} dir="auto">
          {entry.receipt.reason}
        </p>
      )}
    </>
  )
}

export const hasAccount = (entry: ReceiptEntry): boolean =>
  listRolls(entry.receipt).length > 0 || hasFurtherReason(entry)

const hasFurtherReason = ({ line, receipt: { reason, result } }: ReceiptEntry): boolean =>
  result === 'refused' && reason !== undefined && reason !== line

/** Rolls whose sum needs an account: of several dice, or with something added. */
function listRolls({ roll, effects = [] }: Pick<Effect, 'roll' | 'effects'>): readonly Roll[] {
  const isSum = roll !== undefined && (roll.dice.length > 1 || roll.add !== 0)
  return [...(isSum ? [roll] : []), ...effects.flatMap(listRolls)]
}

function RollAccount({ roll: { roll, dice, add, total, at_least: target, success } }: { readonly roll: Roll }) {
  const sum = formatNumber(total)
  return (
    <dl className={styles.account}>
      <dt>{playerText('receipt.dice', { roll })}</dt>
      <dd>{dice.join(' + ')}</dd>
      {add !== 0 && (
        <>
          <dt>{playerText('receipt.added')}</dt>
          <dd>
            {playerText('receipt.signed', { sign: add < 0 ? 'minus' : 'plus', amount: formatNumber(Math.abs(add)) })}
          </dd>
        </>
      )}
      <dt className={styles.total}>{playerText('receipt.total')}</dt>
      <dd className={styles.total}>
        {target === undefined || success === undefined
          ? sum
          : playerText('receipt.against', { total: sum, target: formatNumber(target) })}
      </dd>
    </dl>
  )
}
