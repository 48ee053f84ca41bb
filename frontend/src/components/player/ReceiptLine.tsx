import { IconFeather, IconRoute } from '@tabler/icons-react'
import { memo } from 'react'

import type { ReceiptEntry } from '../../types/api.ts'
import { ReceiptDetails } from './ReceiptDetails.tsx'
import styles from './ReceiptLine.module.css'

interface ReceiptLineProps {
  readonly entry: ReceiptEntry
}

/** What the engine did, in one line; opened, the receipt. */
export const ReceiptLine = memo(function ReceiptLine({ entry }: ReceiptLineProps) {
  const Icon = entry.receipt.result === 'applied' ? IconRoute : IconFeather
  return (
    <details className={styles.receipt} data-result={entry.receipt.result}>
      <summary className={styles.line}>
        <Icon size={15} stroke={1.5} aria-hidden="true" />
        <span>{entry.line}</span>
      </summary>
      <ReceiptDetails receipt={entry.receipt} />
    </details>
  )
})
