import { playerText } from '../../../text/player.ts'
import type { Receipt } from '../../../types/api.ts'
import { formatInitiator, formatValue } from './formatReceipt.ts'
import styles from './ReceiptDetails.module.css'
import { ReceiptFacts } from './ReceiptFacts.tsx'

interface ReceiptDetailsProps {
  readonly receipt: Receipt
}

/** A receipt in full: the initiator, the conditions, the roll and the changes. */
export function ReceiptDetails({ receipt }: ReceiptDetailsProps) {
  const { code, reason, guards } = receipt
  const result = playerText(`receipt.results.${receipt.result}`)
  return (
    <div className={styles.receipt}>
      <dl className={styles.facts}>
        <dt>{playerText('receipt.action')}</dt>
        <dd>{formatInitiator(receipt)}</dd>
        <dt>{playerText('receipt.result')}</dt>
        <dd>{code === undefined ? result : playerText('receipt.resultCode', { result, code })}</dd>
        {reason !== undefined && (
          <>
            <dt>{playerText('receipt.reason')}</dt>
            <dd className={styles.reason} dir="auto">
              {reason}
            </dd>
          </>
        )}
        {guards.length > 0 && (
          <>
            <dt>{playerText('receipt.conditions')}</dt>
            {guards.map(({ guard, source, holds }, index) => (
              <dd key={index}>
                {playerText.rich('receipt.condition', {
                  result: holds ? 'met' : 'unmet',
                  guard,
                  source: formatValue(source),
                  verdict: (text) => <span className={styles.verdict}>{text}</span>,
                  code: (text) => <code dir="auto">{text}</code>,
                })}
              </dd>
            ))}
          </>
        )}
        <ReceiptFacts {...receipt} />
      </dl>
    </div>
  )
}
