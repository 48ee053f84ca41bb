import { memo } from 'react'

import { playerText } from '../../../text/player.ts'
import { useReaderPreferences } from '../../../theme/useReaderPreferences.ts'
import type { Receipt, ReceiptEntry } from '../../../types/api.ts'
import { hasAccount, ReceiptAccount } from './ReceiptAccount.tsx'
import { ReceiptDetails } from './ReceiptDetails.tsx'
import { receiptIcon } from './receiptIcon.ts'
import styles from './ReceiptLine.module.css'

interface ReceiptLineProps {
  readonly entry: ReceiptEntry
  /** The answer has said the same about an act that was not done. */
  readonly isRepeated?: boolean
}

/**
 * What the engine did, in one line. For a player it opens to the account of a roll. In the author view it opens to the
 * whole receipt, and receipts without a line are shown, too.
 */
export const ReceiptLine = memo(function ReceiptLine({ entry, isRepeated = false }: ReceiptLineProps) {
  const { line, receipt } = entry
  const { view } = useReaderPreferences()
  const isAuthor = view === 'workshop'
  const hasLine = line !== ''
  if (!isAuthor && (!hasLine || isRepeated)) return null
  const Icon = receiptIcon(receipt)
  const summary = (
    <>
      <Icon size={15} stroke={1.5} aria-hidden="true" />
      <span className={styles.text} dir="auto">
        {hasLine ? line : technicalLine(receipt)}
      </span>
    </>
  )
  const attributes = {
    className: styles.receipt,
    'data-result': receipt.result,
    'data-receipt': '',
    'data-unnoticed': !hasLine || undefined,
  }
  if (!isAuthor && !hasAccount(entry)) {
    return (
      <p {...attributes}>
        <span className={styles.line}>{summary}</span>
      </p>
    )
  }
  return (
    <details {...attributes}>
      <summary className={styles.line}>{summary}</summary>
      {isAuthor ? <ReceiptDetails receipt={receipt} /> : <ReceiptAccount entry={entry} />}
    </details>
  )
})

function technicalLine({ action, trigger, result }: Receipt): string {
  return trigger === undefined
    ? playerText('receipt.line', { action, result })
    : playerText('receipt.triggeredLine', { action, trigger, result })
}
