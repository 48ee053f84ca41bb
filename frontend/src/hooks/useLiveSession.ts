import { useMemo, useSyncExternalStore } from 'react'
import { useDispatch } from 'react-redux'

import { createLiveSession, type LiveSession, type LiveView } from '../live/liveSession.ts'
import { api } from '../services/api.ts'

/**
 * A session that is kept up to date by events, also after a lost connection or a restarted server.
 * @param isGone true if the session does not exist
 */
export function useLiveSession(
  sessionId: string,
  isGone: boolean,
): { readonly live: LiveSession; readonly view: LiveView } {
  const dispatch = useDispatch()
  const live = useMemo(
    () => createLiveSession(sessionId, () => dispatch(api.util.invalidateTags(['Session', 'Gamebook']))),
    [sessionId, dispatch],
  )
  const view = useSyncExternalStore(isGone ? subscribeToNothing : live.subscribe, live.getView)
  return { live, view }
}

const subscribeToNothing = () => () => undefined
