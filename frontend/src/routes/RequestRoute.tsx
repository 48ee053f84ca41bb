import { skipToken } from '@reduxjs/toolkit/query'

import { Button } from '../components/common/buttons/Button.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { RequestPage } from '../components/requests/RequestPage.tsx'
import { sliceBody } from '../components/requests/sliceBody.ts'
import { isNotFound } from '../services/isNotFound.ts'
import { useGetAnswerRequestsQuery, useGetRequestQuery, useLazyGetRequestBodyQuery } from '../services/requests.ts'
import { toUserError } from '../services/toUserError.ts'
import { useGetModelPricesQuery, useGetSessionUsageQuery } from '../services/usage.ts'
import { commonText } from '../text/common.ts'

interface RequestRouteProps {
  /** Null for a request that belongs to no session. */
  readonly sessionId: string | null
  readonly requestId: string
}

/** A request that was sent. */
export function RequestRoute({ sessionId, requestId }: RequestRouteProps) {
  const request = useGetRequestQuery(requestId, { refetchOnMountOrArgChange: true })
  const messageId = request.data?.messageId ?? null
  const isPart = sessionId !== null && messageId !== null
  const steps = useGetAnswerRequestsQuery(isPart ? { sessionId, messageId } : skipToken)
  const usage = useGetSessionUsageQuery(isPart ? sessionId : skipToken)
  const answers = usage.data?.answers ?? []
  const { cost = null, modelConfigId = null } = request.data ?? {}
  const prices = useGetModelPricesQuery(modelConfigId ?? '', {
    skip: modelConfigId === null || cost?.source !== 'table',
  })
  const [getBody] = useLazyGetRequestBodyQuery()

  const loadBody = () => getBody(requestId, true).unwrap()
  const loadBlock = async (index: number) => sliceBody(await loadBody(), request.data?.blocks ?? [], index)

  return (
    <PageFrame>
      {request.data !== undefined ? (
        <RequestPage
          request={request.data}
          steps={(steps.data?.data ?? []).toReversed()}
          answer={1 + answers.findIndex((answer) => answer.messageId === messageId)}
          cut={answers.find((answer) => answer.messageId === messageId)?.cut ?? null}
          priceDate={prices.data?.tableDate ?? null}
          loadBody={loadBody}
          loadBlock={loadBlock}
        />
      ) : request.error === undefined ? (
        <PageLoading />
      ) : isNotFound(request.error) ? (
        <NotFound what="request" />
      ) : (
        <ErrorNotice error={toUserError(request.error)}>
          <Button onClick={() => void request.refetch()}>{commonText('tryAgain')}</Button>
        </ErrorNotice>
      )}
    </PageFrame>
  )
}
