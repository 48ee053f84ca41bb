import { useCallback, useEffect, useMemo, useState } from 'react'
import { useDispatch } from 'react-redux'

import { Button } from '../components/common/buttons/Button.tsx'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { ModelConfigSelector } from '../components/ModelConfigSelector.tsx'
import { DeletedSession } from '../components/player/DeletedSession.tsx'
import { editDraftKey } from '../components/player/message/editDraftKey.ts'
import { Player } from '../components/player/Player.tsx'
import { StoryLanguage } from '../components/player/storyLanguage.ts'
import { useLiveSession } from '../hooks/useLiveSession.ts'
import { usePlayerActions } from '../hooks/usePlayerActions.ts'
import { useSessionActions } from '../hooks/useSessionActions.ts'
import { useStoryHistory } from '../hooks/useStoryHistory.ts'
import { readDraft } from '../hooks/storedDraft.ts'
import { api } from '../services/api.ts'
import { isNotFound } from '../services/isNotFound.ts'
import { useGetSessionQuery } from '../services/session.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'
import type { SessionDetail } from '../types/api.ts'
import { BudgetNote } from './BudgetNote.tsx'
import { FoundEndings, OtherPaths } from './EndingChoices.tsx'

interface SessionRouteProps {
  readonly sessionId: string
}

export function SessionRoute({ sessionId }: SessionRouteProps) {
  const [restored, setRestored] = useState(0)
  return <OpenSession key={restored} sessionId={sessionId} onRestored={() => setRestored(restored + 1)} />
}

interface OpenSessionProps extends SessionRouteProps {
  readonly onRestored: () => void
}

function OpenSession({ sessionId, onRestored }: OpenSessionProps) {
  const [isGone, setGone] = useState(false)
  const { live, view } = useLiveSession(sessionId, isGone)
  // The event stream brings the session. It is requested only while the stream is lost, which also gives the reason.
  const stored = useGetSessionQuery(sessionId, { skip: isGone || !view.isLost, pollingInterval: POLL_MS })
  if (!isGone && stored.error !== undefined && isNotFound(stored.error)) setGone(true)

  useEffect(() => {
    if (stored.data !== undefined) live.showStored(stored.data)
  }, [live, stored.data])

  const { session, isAway, isLost } = view
  const handleGone = useCallback(() => setGone(true), [])
  const connection = { session, isLost, onGone: handleGone, onMoved: live.refresh }
  const history = useStoryHistory(sessionId, live, view, handleGone)
  const { actions, error, isSwitching } = usePlayerActions(sessionId, connection)

  const dispatch = useDispatch()
  useEffect(() => {
    if (isGone) dispatch(api.util.invalidateTags(['Session', 'Gamebook']))
  }, [isGone, dispatch])

  const { restore } = useSessionActions()
  const handleRestore = async () => {
    const failure = await restore(sessionId)
    if (failure === null) onRestored()
    return failure
  }

  const modelConfigId = session?.modelConfig?.id ?? null
  const isFallback = session?.modelConfig?.fallback === true
  const narrator = useMemo(
    () => <ModelConfigSelector value={modelConfigId} isFallback={isFallback} onChange={actions.chooseModel} />,
    [modelConfigId, isFallback, actions],
  )

  const gamebookId = session?.gamebookId ?? null
  const endingTitle = session?.ending?.title ?? null
  const afterEnding = useMemo(
    () => ({
      plates:
        gamebookId === null || endingTitle === null ? null : (
          <FoundEndings gamebookId={gamebookId} current={endingTitle} />
        ),
      forks: <OtherPaths sessionId={sessionId} onChoose={(messageId) => actions.goTo(messageId, false)} />,
    }),
    [gamebookId, endingTitle, sessionId, actions],
  )

  const last = session?.messages.at(-1)
  const turn = last === undefined || last.status === 'streaming' ? null : last.id
  const budget = useMemo(() => <BudgetNote sessionId={sessionId} turn={turn} />, [sessionId, turn])

  if (session !== null && !isGone) {
    return (
      <StoryLanguage value={session.language}>
        <Player {...{ session, isAway, isLost, isSwitching, narrator, budget, afterEnding, history, actions, error }} />
      </StoryLanguage>
    )
  }
  return (
    <PageFrame>
      {isGone && session !== null ? (
        <DeletedSession gamebookId={session.gamebookId} unsent={unsentTexts(session)} onRestore={handleRestore} />
      ) : isGone ? (
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

/** While the stream is lost, a deleted session is noticed this soon. */
const POLL_MS = 3000

/** The unsent message and the unsent edits of a session. */
function unsentTexts({ id, messages }: SessionDetail): readonly string[] {
  const keys = [id, ...messages.map((message) => editDraftKey(message.id))]
  return [...new Set(keys.map(readDraft).filter((text) => text !== ''))]
}
