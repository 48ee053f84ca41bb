import { memo } from 'react'

import { playerText } from '../../../text/player.ts'
import { useReaderPreferences } from '../../../theme/useReaderPreferences.ts'
import type { Receipt, ReceiptEntry } from '../../../types/api.ts'
import { ReceiptDetails } from './ReceiptDetails.tsx'
import { receiptIcon } from './receiptIcon.ts'
import styles from './ReceiptLine.module.css'

interface ReceiptLineProps {
  readonly entry: ReceiptEntry
}

/** What the engine did, in one line that opens to the receipt. Receipts without a line are shown in the full engine log only. */
export const ReceiptLine = memo(function ReceiptLine({ entry: { line, receipt } }: ReceiptLineProps) {
  const { view } = useReaderPreferences()
  const hasLine = line !== ''
  if (!hasLine && view === 'reading') return null
  const Icon = receiptIcon(receipt)
  return (
    <details className={styles.receipt} data-result={receipt.result} data-unnoticed={!hasLine || undefined}>
      <summary className={styles.line}>
        <Icon size={15} stroke={1.5} aria-hidden="true" />
        <span className={styles.text} dir="auto">
          {hasLine ? line : technicalLine(receipt)}
        </span>
      </summary>
      <ReceiptDetails receipt={receipt} />
    </details>
  )
})

function technicalLine({ action, trigger, result }: Receipt): string {
  return trigger === undefined
    ? playerText('receipt.line', { action, result })
    : playerText('receipt.triggeredLine', { action, trigger, result })
}
