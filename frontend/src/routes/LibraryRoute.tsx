import { Button } from '../components/common/buttons/Button.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { Library } from '../components/library/Library.tsx'
import { useGetGamebooksQuery } from '../services/gamebook.ts'
import { useGetSessionsQuery } from '../services/session.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'
import { SessionsPanel } from './SessionsPanel.tsx'
import { preloadGamebookRoute } from './lazyGamebookRoute.ts'

export function LibraryRoute() {
  const gamebooks = useGetGamebooksQuery(undefined)
  const sessions = useGetSessionsQuery({ limit: 8 })
  const error = gamebooks.error ?? sessions.error
  return (
    <PageFrame isWide>
      {gamebooks.data !== undefined && sessions.data !== undefined ? (
        <div onPointerOver={preloadGamebookRoute} onFocus={preloadGamebookRoute}>
          <Library
            gamebooks={gamebooks.data}
            lastSession={sessions.data[0] ?? null}
            sessions={<SessionsPanel gamebook={null} pageSize={5} />}
          />
        </div>
      ) : error !== undefined ? (
        <ErrorNotice error={toUserError(error)}>
          <Button
            onClick={() => {
              void gamebooks.refetch()
              void sessions.refetch()
            }}
          >
            {commonText('tryAgain')}
          </Button>
        </ErrorNotice>
      ) : (
        <PageLoading />
      )}
    </PageFrame>
  )
}
