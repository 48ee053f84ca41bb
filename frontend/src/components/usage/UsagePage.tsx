import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { usageText } from '../../text/usage.ts'
import type { SessionUsageList, UsageReport } from '../../types/api.ts'
import { ChoiceGroup } from '../common/ChoiceGroup.tsx'
import { Figures } from '../common/Figures.tsx'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { fillDays } from './fillDays.ts'
import { ModelUsageTable } from './ModelUsageTable.tsx'
import { SessionUsageTable } from './SessionUsageTable.tsx'
import { totalFigures } from './totalFigures.ts'
import { UsageChart } from './UsageChart.tsx'
import { RANGES, type UsageRange } from './usageRange.ts'
import styles from './Usage.module.css'

interface UsagePageProps {
  readonly report: UsageReport
  readonly range: UsageRange
  readonly onChooseRange: (range: UsageRange) => void
  /** The first day of the time; null for all. */
  readonly from: string | null
  readonly today: string
  readonly sessions: SessionUsageList['data']
  /** Null if all are shown. */
  readonly onShowOlder: (() => void) | null
  /** The price of a model, or where to set it. */
  readonly showPrice: (modelConfigId: string) => ReactNode
  /** What is between the days and the models. */
  readonly children?: ReactNode
}

/** What was used and what it cost, by day, model and session. */
export function UsagePage(props: UsagePageProps) {
  const { report, range, onChooseRange, from, today, sessions, onShowOlder, showPrice, children } = props
  const { total, days, models } = report
  return (
    <>
      <RouteHeading title={usageText('title')} className={styles.title}>
        {usageText('title')}
      </RouteHeading>
      <p className={styles.lead}>{usageText('lead')}</p>
      <ChoiceGroup
        label={usageText('range.label')}
        choices={RANGES}
        labels={{
          '7': usageText('range.7'),
          '30': usageText('range.30'),
          '90': usageText('range.90'),
          all: usageText('range.all'),
        }}
        value={range}
        onChange={onChooseRange}
      />
      {total.requests === 0 ? (
        <p className={styles.empty}>{usageText('empty')}</p>
      ) : (
        <>
          <Figures figures={totalFigures(total)} />
          {total.uncounted > 0 && (
            <p className={styles.warning}>{usageText('uncounted', { count: total.uncounted })}</p>
          )}
          {total.costs.length > 0 && models.some(({ costs }) => costs.length === 0) && (
            <p className={styles.warning}>{usageText('unpriced')}</p>
          )}
          <UsageChart entries={fillDays(days, from, today)} kind="day" />
        </>
      )}
      <div className={styles.between}>{children}</div>
      {models.length > 0 && <ModelUsageTable models={models} showPrice={showPrice} />}
      {sessions.length > 0 && <SessionUsageTable sessions={sessions} onShowOlder={onShowOlder} />}
      <p className={styles.foot}>
        {usageText.rich('others.link', { link: (words) => <Link href="/requests">{words}</Link> })}
      </p>
      <p className={styles.foot}>
        {usageText.rich('kept', { link: (words) => <Link href="/settings#requests">{words}</Link> })}
      </p>
    </>
  )
}
