import { useMemo, useSyncExternalStore } from 'react'
import { useDispatch } from 'react-redux'

import { createLiveSession, type LiveView } from '../live/liveSession.ts'
import { api } from '../services/api.ts'

/**
 * A session as it is played, up to date without a click, also after a lost connection or a restarted server.
 * @param isGone there is nothing to listen to
 */
export function useLiveSession(sessionId: string, isGone: boolean): LiveView {
  const dispatch = useDispatch()
  const live = useMemo(
    () => createLiveSession(sessionId, () => dispatch(api.util.invalidateTags(['Session', 'Gamebook']))),
    [sessionId, dispatch],
  )
  return useSyncExternalStore(isGone ? subscribeToNothing : live.subscribe, live.getView)
}

const subscribeToNothing = () => () => undefined
