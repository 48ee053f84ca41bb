import { Button } from '../components/common/buttons/Button.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { OtherRequestsPage } from '../components/usage/OtherRequestsPage.tsx'
import { useGetRequestListInfiniteQuery } from '../services/requests.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'

/** The requests that belong to no session. */
export function OtherRequestsRoute() {
  const requests = useGetRequestListInfiniteQuery(null, { refetchOnMountOrArgChange: true })
  return (
    <PageFrame>
      {requests.data !== undefined ? (
        <OtherRequestsPage
          requests={requests.data.pages.flatMap(({ data }) => data)}
          onShowOlder={requests.hasNextPage ? () => void requests.fetchNextPage() : null}
        />
      ) : requests.error === undefined ? (
        <PageLoading />
      ) : (
        <ErrorNotice error={toUserError(requests.error)}>
          <Button onClick={() => void requests.refetch()}>{commonText('tryAgain')}</Button>
        </ErrorNotice>
      )}
    </PageFrame>
  )
}
