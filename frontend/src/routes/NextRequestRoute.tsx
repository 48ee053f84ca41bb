import { useState } from 'react'

import { Button } from '../components/common/buttons/Button.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { NextRequestPage } from '../components/requests/NextRequestPage.tsx'
import { sliceBody } from '../components/requests/sliceBody.ts'
import { readDraft } from '../hooks/storedDraft.ts'
import { useSettled } from '../hooks/useSettled.ts'
import { isNotFound } from '../services/isNotFound.ts'
import { useGetNextRequestQuery, useLazyGetNextRequestBodyQuery } from '../services/requests.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'

interface NextRequestRouteProps {
  readonly sessionId: string
}

const TYPING_MS = 400
/** What the server shows for no message. */
const NO_MESSAGE = '…'

/** What would be sent with the message that is typed in the story. */
export function NextRequestRoute({ sessionId }: NextRequestRouteProps) {
  const [text, setText] = useState(() => readDraft(sessionId))
  const settled = useSettled(text.trim(), TYPING_MS)
  const request = useGetNextRequestQuery({ sessionId, text: settled }, { refetchOnMountOrArgChange: true })
  const [getBody] = useLazyGetNextRequestBodyQuery()

  const loadBody = () => getBody({ sessionId, text: settled === '' ? NO_MESSAGE : settled }).unwrap()
  const loadBlock = async (index: number) => sliceBody(await loadBody(), request.data?.blocks ?? [], index)

  return (
    <PageFrame>
      {request.data !== undefined ? (
        <NextRequestPage
          sessionId={sessionId}
          request={request.data}
          text={text}
          onChangeText={setText}
          loadBody={loadBody}
          loadBlock={loadBlock}
        />
      ) : request.error === undefined ? (
        <PageLoading />
      ) : isNotFound(request.error) ? (
        <NotFound what="session" />
      ) : (
        <ErrorNotice error={toUserError(request.error)}>
          <Button onClick={() => void request.refetch()}>{commonText('tryAgain')}</Button>
        </ErrorNotice>
      )}
    </PageFrame>
  )
}
