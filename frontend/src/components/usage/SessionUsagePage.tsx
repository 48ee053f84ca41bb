import { Link } from 'wouter'

import { isPurpose, requestText } from '../../text/requests.ts'
import { usageText } from '../../text/usage.ts'
import type { SentRequest, SessionUsage } from '../../types/api.ts'
import { Figures } from '../common/Figures.tsx'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { formatCosts } from './formatMoney.ts'
import { RequestList } from './RequestList.tsx'
import { totalFigures } from './totalFigures.ts'
import { UsageChart } from './UsageChart.tsx'
import styles from './Usage.module.css'

interface SessionUsagePageProps {
  readonly sessionId: string
  readonly usage: SessionUsage
  /** Newest first. */
  readonly requests: readonly SentRequest[]
  /** Null if all are shown. */
  readonly onShowOlder: (() => void) | null
}

/** More bars can't be told apart. */
const MOST_BARS = 60

/** What a session has sent, answer by answer, and what it cost. */
export function SessionUsagePage({ sessionId, usage, requests, onShowOlder }: SessionUsagePageProps) {
  const { total, answers, others } = usage
  const base = `/sessions/${sessionId}`
  const entries = answers.map((answer, at) => ({
    key: answer.messageId,
    label: String(at + 1),
    cached: answer.cachedTokens,
    fresh: answer.freshTokens,
    written: answer.outputTokens,
    costs: answer.cost,
    isMarked: answer.cut !== null,
    cut: answer.cut,
  }))
  const shown = entries.slice(-MOST_BARS)
  return (
    <>
      <nav className={styles.links} aria-label={usageText('session.title')}>
        <Link href={base}>{usageText('session.back')}</Link>
        <Link href={`${base}/next-request`}>{usageText('session.next')}</Link>
        <Link href={`${base}/memory`}>{usageText('session.memory')}</Link>
      </nav>
      <RouteHeading title={usageText('session.title')} className={styles.title}>
        {usageText('session.title')}
      </RouteHeading>
      {total.requests === 0 ? (
        <p className={styles.empty}>{usageText('session.empty')}</p>
      ) : (
        <>
          <Figures figures={totalFigures(total)} />
          {total.uncounted > 0 && (
            <p className={styles.warning}>{usageText('uncounted', { count: total.uncounted })}</p>
          )}
          <UsageChart entries={shown} kind="turn" />
          {shown.length < entries.length && (
            <p className={styles.remark}>{usageText('chart.newest', { shown: shown.length, count: entries.length })}</p>
          )}
          {shown.map(({ key, label, cut }) =>
            cut === null ? null : (
              <p key={key} className={styles.remark}>
                {usageText('chart.cut', { label, reason: cut })}
              </p>
            ),
          )}
          {others.length > 0 && (
            <p className={styles.remark}>
              {usageText('session.others', { list: others.map(describeOther).join('; ') })}
            </p>
          )}
          <RequestList
            requests={requests}
            hrefOf={({ id }) => `${base}/requests/${id}`}
            answerOf={(request) => 1 + answers.findIndex(({ messageId }) => messageId === request.messageId)}
            onShowOlder={onShowOlder}
          />
        </>
      )}
    </>
  )
}

function describeOther({ purpose, requests, costs }: SessionUsage['others'][number]): string {
  const shown = { purpose: purposeLabel(purpose), count: requests }
  return usageText('session.other', { ...shown, cost: costs.length === 0 ? 'none' : formatCosts(costs) })
}

/** A newer server may have others. */
const purposeLabel = (purpose: string): string => (isPurpose(purpose) ? requestText(`purpose.${purpose}`) : purpose)
