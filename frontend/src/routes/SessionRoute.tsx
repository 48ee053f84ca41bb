import { useMemo, useState } from 'react'

import { Button } from '../components/common/buttons/Button.tsx'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { ModelConfigSelector } from '../components/ModelConfigSelector.tsx'
import { Player } from '../components/player/Player.tsx'
import { useLiveSession } from '../hooks/useLiveSession.ts'
import { usePlayerActions } from '../hooks/usePlayerActions.ts'
import { isNotFound } from '../services/isNotFound.ts'
import { useGetSessionQuery } from '../services/session.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'

interface SessionRouteProps {
  readonly sessionId: string
}

export function SessionRoute({ sessionId }: SessionRouteProps) {
  const [isGone, setGone] = useState(false)
  const live = useLiveSession(sessionId, isGone)
  // The event stream brings the session. It is requested only if the stream is lost, which also gives the reason.
  const stored = useGetSessionQuery(sessionId, { skip: live.session !== null || !live.isLost })
  if (!isGone && stored.error !== undefined && isNotFound(stored.error)) setGone(true)

  const { actions, error } = usePlayerActions(sessionId)
  const session = live.session ?? stored.data

  const modelConfigId = session?.modelConfig?.id ?? null
  const isFallback = session?.modelConfig?.fallback === true
  const narrator = useMemo(
    () => <ModelConfigSelector value={modelConfigId} isFallback={isFallback} onChange={actions.chooseModel} />,
    [modelConfigId, isFallback, actions],
  )

  if (session !== undefined)
    return <Player session={session} isAway={live.isAway} narrator={narrator} actions={actions} error={error} />
  return (
    <PageFrame>
      {isGone ? (
        <NotFound what="session" />
      ) : stored.error === undefined ? (
        <PageLoading />
      ) : (
        <ErrorNotice error={toUserError(stored.error)}>
          <Button onClick={() => void stored.refetch()}>{commonText('tryAgain')}</Button>
        </ErrorNotice>
      )}
    </PageFrame>
  )
}
