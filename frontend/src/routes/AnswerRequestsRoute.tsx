import { Link, Redirect } from 'wouter'

import { Button } from '../components/common/buttons/Button.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { RouteHeading } from '../components/common/RouteHeading.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import styles from '../components/requests/RequestPage.module.css'
import { isNotFound } from '../services/isNotFound.ts'
import { useGetAnswerRequestsQuery } from '../services/requests.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'
import { requestText } from '../text/requests.ts'

interface AnswerRequestsRouteProps {
  readonly sessionId: string
  readonly messageId: string
}

/** Leads to the first request of an answer. */
export function AnswerRequestsRoute({ sessionId, messageId }: AnswerRequestsRouteProps) {
  const requests = useGetAnswerRequestsQuery({ sessionId, messageId })
  const first = requests.data?.data.at(-1)
  if (first !== undefined) return <Redirect to={`/sessions/${sessionId}/requests/${first.id}`} replace />
  return (
    <PageFrame>
      {requests.data !== undefined ? (
        <>
          <Link href={`/sessions/${sessionId}`}>{requestText('back')}</Link>
          <RouteHeading title={requestText('sent')} className={styles.title}>
            {requestText('sent')}
          </RouteHeading>
          <p className={styles.empty}>{requestText('none.answer')}</p>
        </>
      ) : requests.error === undefined ? (
        <PageLoading />
      ) : isNotFound(requests.error) ? (
        <NotFound what="session" />
      ) : (
        <ErrorNotice error={toUserError(requests.error)}>
          <Button onClick={() => void requests.refetch()}>{commonText('tryAgain')}</Button>
        </ErrorNotice>
      )}
    </PageFrame>
  )
}
