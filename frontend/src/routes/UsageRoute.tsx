import { useState } from 'react'
import { Link } from 'wouter'

import { Button } from '../components/common/buttons/Button.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { toLocalDay } from '../components/usage/toLocalDay.ts'
import { UsagePage } from '../components/usage/UsagePage.tsx'
import { firstDay, type UsageRange } from '../components/usage/usageRange.ts'
import { toUserError } from '../services/toUserError.ts'
import { useGetSessionUsagesInfiniteQuery, useGetUsageQuery } from '../services/usage.ts'
import { commonText } from '../text/common.ts'
import { usageText } from '../text/usage.ts'
import { ModelPriceCell } from './ModelPriceCell.tsx'

/** What was used and what it cost. */
export function UsageRoute() {
  const [range, setRange] = useState<UsageRange>('30')
  const [today] = useState(() => toLocalDay(new Date()))
  const from = firstDay(range, today)
  const usage = useGetUsageQuery(from === null ? {} : { from }, { refetchOnMountOrArgChange: true })
  const sessions = useGetSessionUsagesInfiniteQuery(undefined, { refetchOnMountOrArgChange: true })
  const error = usage.error ?? sessions.error
  return (
    <PageFrame>
      {usage.data !== undefined && sessions.data !== undefined ? (
        <UsagePage
          report={usage.data}
          range={range}
          onChooseRange={setRange}
          from={from}
          today={today}
          sessions={sessions.data.pages.flatMap(({ data }) => data)}
          onShowOlder={sessions.hasNextPage ? () => void sessions.fetchNextPage() : null}
          showPrice={(modelConfigId) => <ModelPriceCell modelConfigId={modelConfigId} />}
        >
          <p>{usageText.rich('budgets', { link: (words) => <Link href="/budgets">{words}</Link> })}</p>
        </UsagePage>
      ) : error === undefined ? (
        <PageLoading />
      ) : (
        <ErrorNotice error={toUserError(error)}>
          <Button
            onClick={() => {
              void usage.refetch()
              void sessions.refetch()
            }}
          >
            {commonText('tryAgain')}
          </Button>
        </ErrorNotice>
      )}
    </PageFrame>
  )
}
