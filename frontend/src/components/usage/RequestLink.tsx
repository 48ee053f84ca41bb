import { Link } from 'wouter'

import { requestText } from '../../text/requests.ts'
import { usageText } from '../../text/usage.ts'
import type { SentRequest } from '../../types/api.ts'
import { formatBytes } from '../common/formatBytes.ts'
import { formatMoney } from './formatMoney.ts'
import styles from './Usage.module.css'

interface RequestLinkProps {
  readonly request: SentRequest
  readonly href: string
  /** The number of the answer that it is part of; 0 if it is part of none. */
  readonly answer: number
  /** Whether the list has a column for costs. */
  readonly showCost: boolean
}

/** A request in a list: which one it is, how long it was and what it cost. */
export function RequestLink({ request, href, answer, showCost }: RequestLinkProps) {
  const { purpose, step, usage, cost, bytes, outcome, isTextKept, startedAt, model } = request
  const input = usage?.inputTokens ?? null
  const cached = usage?.cachedInputTokens ?? null
  const title =
    purpose === 'turn' && answer > 0
      ? [`${usageText('column.answer')} ${answer}`, step > 1 && requestText('step', { step })]
      : [requestText(`purpose.${purpose}`)]
  const notes = [
    new Date(startedAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' }),
    model.label,
    input !== null &&
      input > 0 &&
      cached !== null &&
      usageText('session.cached', { percent: String(Math.round((100 * cached) / input)) }),
    outcome !== 'done' && usageText(`session.${outcome}`),
    !isTextKept && usageText('session.notKept'),
  ]
  return (
    <Link href={href} className={styles.request}>
      <span>{title.filter((part) => part !== false).join(' · ')}</span>
      <span className={styles.size}>{describeSize(input, bytes)}</span>
      {showCost && <span className={styles.cost}>{cost === null ? '–' : formatMoney(cost.amount, cost.currency)}</span>}
      <small dir="auto">{notes.filter((note) => note !== false).join(' · ')}</small>
    </Link>
  )
}

function describeSize(tokens: number | null, bytes: number): string {
  if (tokens !== null) return usageText('session.row', { tokens })
  return bytes === 0 ? usageText('session.noText') : formatBytes(bytes)
}
