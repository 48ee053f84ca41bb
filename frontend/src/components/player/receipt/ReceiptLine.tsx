import { memo } from 'react'

import { useReaderPreferences } from '../../../theme/useReaderPreferences.ts'
import type { Receipt, ReceiptEntry } from '../../../types/api.ts'
import { ReceiptDetails } from './ReceiptDetails.tsx'
import { receiptIcon } from './receiptIcon.ts'
import styles from './ReceiptLine.module.css'

interface ReceiptLineProps {
  readonly entry: ReceiptEntry
}

/** What the engine did, in one line; opened, the receipt. What a player would not notice has a line in the workshop only. */
export const ReceiptLine = memo(function ReceiptLine({ entry: { line, receipt } }: ReceiptLineProps) {
  const { view } = useReaderPreferences()
  const isNoticed = line !== ''
  if (!isNoticed && view === 'reading') return null
  const Icon = receiptIcon(receipt)
  return (
    <details className={styles.receipt} data-result={receipt.result} data-unnoticed={!isNoticed || undefined}>
      <summary className={styles.line}>
        <Icon size={15} stroke={1.5} aria-hidden="true" />
        <span className={styles.words}>{isNoticed ? line : nameOf(receipt)}</span>
      </summary>
      <ReceiptDetails receipt={receipt} />
    </details>
  )
})

function nameOf({ action, trigger, result }: Receipt): string {
  const by = trigger === undefined ? '' : `, by ${trigger}`
  return `${action}${by}${result === 'applied' ? '' : `: ${result}`}`
}
