import type { Json, Receipt } from '../../types/api.ts'
import styles from './ReceiptDetails.module.css'

interface ReceiptDetailsProps {
  readonly receipt: Receipt
}

/** A receipt for people: who asked for what, which rules were asked, what changed. */
export function ReceiptDetails({ receipt }: ReceiptDetailsProps) {
  return (
    <dl className={styles.details}>
      <dt>Action</dt>
      <dd>
        {receipt.action}, {ASKERS[receipt.by]}
        {receipt.function !== undefined && ` with ${receipt.function}`}
      </dd>
      <dt>Result</dt>
      <dd>
        {receipt.result}
        {receipt.code !== undefined && ` (${receipt.code})`}
      </dd>
      {receipt.reason !== undefined && (
        <>
          <dt>Reason</dt>
          <dd>{receipt.reason}</dd>
        </>
      )}
      {receipt.guards.length > 0 && (
        <>
          <dt>Rules</dt>
          {receipt.guards.map(({ guard, source, holds }, index) => (
            <dd key={index}>
              <span className={styles.verdict}>{holds ? 'holds' : 'does not hold'}</span> {guard}:{' '}
              <code>{tellValue(source)}</code>
            </dd>
          ))}
        </>
      )}
      {receipt.changes.length > 0 && (
        <>
          <dt>Changes</dt>
          {receipt.changes.map(({ entity, field, before, after }, index) => (
            <dd key={index}>
              {entity}.{field}: <code>{tellValue(before)}</code> → <code>{tellValue(after)}</code>
            </dd>
          ))}
        </>
      )}
    </dl>
  )
}

const ASKERS: Record<Receipt['by'], string> = {
  tool: 'asked for by the narrator',
  player: 'asked for by you',
  trigger: 'set off by the story',
  system: 'by the engine itself',
}

function tellValue(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
