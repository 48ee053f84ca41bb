import { Button } from '../components/common/buttons/Button.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { SessionUsagePage } from '../components/usage/SessionUsagePage.tsx'
import { isNotFound } from '../services/isNotFound.ts'
import { useGetRequestListInfiniteQuery } from '../services/requests.ts'
import { toUserError } from '../services/toUserError.ts'
import { useGetSessionUsageQuery } from '../services/usage.ts'
import { commonText } from '../text/common.ts'

interface SessionUsageRouteProps {
  readonly sessionId: string
}

/** What a session has sent, and what it cost. */
export function SessionUsageRoute({ sessionId }: SessionUsageRouteProps) {
  const usage = useGetSessionUsageQuery(sessionId, { refetchOnMountOrArgChange: true })
  const requests = useGetRequestListInfiniteQuery(sessionId, { refetchOnMountOrArgChange: true })
  const error = usage.error ?? requests.error
  return (
    <PageFrame>
      {usage.data !== undefined && requests.data !== undefined ? (
        <SessionUsagePage
          sessionId={sessionId}
          usage={usage.data}
          requests={requests.data.pages.flatMap(({ data }) => data)}
          onShowOlder={requests.hasNextPage ? () => void requests.fetchNextPage() : null}
        />
      ) : error === undefined ? (
        <PageLoading />
      ) : isNotFound(error) ? (
        <NotFound what="session" />
      ) : (
        <ErrorNotice error={toUserError(error)}>
          <Button
            onClick={() => {
              void usage.refetch()
              void requests.refetch()
            }}
          >
            {commonText('tryAgain')}
          </Button>
        </ErrorNotice>
      )}
    </PageFrame>
  )
}
