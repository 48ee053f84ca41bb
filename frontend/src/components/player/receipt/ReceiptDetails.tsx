import type { Receipt } from '../../../types/api.ts'
import { ReceiptFacts } from './ReceiptFacts.tsx'
import styles from './ReceiptDetails.module.css'
import { tellValue } from './formatReceipt.ts'

interface ReceiptDetailsProps {
  readonly receipt: Receipt
}

/** A receipt for people: who asked for what, which rules were asked, what was rolled, and what changed. */
export function ReceiptDetails({ receipt }: ReceiptDetailsProps) {
  const { action, by, function: fn, trigger, result, code, reason, guards } = receipt
  return (
    <div className={styles.receipt}>
      <dl className={styles.facts}>
        <dt>Action</dt>
        <dd>
          {action}, {ASKERS[by]}
          {fn !== undefined && ` with ${fn}`}
          {trigger !== undefined && ` by ${trigger}`}
        </dd>
        <dt>Result</dt>
        <dd>
          {result}
          {code !== undefined && ` (${code})`}
        </dd>
        {reason !== undefined && (
          <>
            <dt>Reason</dt>
            <dd className={styles.reason}>{reason}</dd>
          </>
        )}
        {guards.length > 0 && (
          <>
            <dt>Rules</dt>
            {guards.map(({ guard, source, holds }, index) => (
              <dd key={index}>
                <span className={styles.verdict}>{holds ? 'holds' : 'does not hold'}</span> {guard}:{' '}
                <code>{tellValue(source)}</code>
              </dd>
            ))}
          </>
        )}
        <ReceiptFacts {...receipt} />
      </dl>
    </div>
  )
}

const ASKERS: Record<Receipt['by'], string> = {
  tool: 'asked for by the narrator',
  player: 'asked for by you',
  trigger: 'set off',
  system: 'by the engine itself',
}
