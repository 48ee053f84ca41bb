import { useCallback, useMemo, useState } from 'react'

import type { SearchAnswer, StoryHistory } from '../components/player/storyHistory.ts'
import type { LiveSession, LiveView } from '../live/liveSession.ts'
import { useLazyGetEarlierMessagesQuery, useLazySearchStoryQuery } from '../services/session.ts'
import { isSessionGone } from '../services/isSessionGone.ts'
import { toUserError } from '../services/toUserError.ts'
import { playerText } from '../text/player.ts'
import type { UserError } from '../types/userError.ts'
import { useSingleFlight } from './useSingleFlight.ts'
import { useTransientError } from './useTransientError.ts'

/** Enough to keep reading while the next ones load. */
const MESSAGES_PER_SCROLL = 40
/** A message that was searched for may be far back. */
const MESSAGES_PER_JUMP = 100
const SHOWN_HITS = 30

/** Loads earlier messages of a story into its live session, and searches those that are not loaded. */
export function useStoryHistory(
  sessionId: string,
  live: LiveSession,
  { session, isLost }: LiveView,
  onGone: () => void,
): StoryHistory {
  const once = useSingleFlight<UserError | null>()
  const [isLoading, setLoading] = useState(false)
  const [error, setError] = useTransientError(session, isLost)
  const [requestEarlier] = useLazyGetEarlierMessagesQuery()
  const [requestSearch] = useLazySearchStoryQuery()

  const load = useCallback(
    (before: string, limit: number) =>
      once(`${before} ${limit}`, async () => {
        const result = await requestEarlier({ sessionId, before, limit })
        if (result.data !== undefined) live.showEarlier(before, result.data)
        const failure = result.error === undefined ? null : toUserError(result.error)
        if (failure !== null && isSessionGone(failure)) onGone()
        return failure
      }),
    [sessionId, live, once, requestEarlier, onGone],
  )

  const loadEarlier = useCallback(async () => {
    const cursor = live.getView().session?.earlierCursor ?? null
    if (cursor === null) return
    setLoading(true)
    setError(null)
    setError(await load(cursor, MESSAGES_PER_SCROLL))
    setLoading(false)
  }, [live, load, setError])

  const loadTo = useCallback(
    async (messageId: string): Promise<UserError | null> => {
      for (;;) {
        const story = live.getView().session
        if (story?.messages.some(({ id }) => id === messageId) === true) return null
        if (story === null || story.earlierCursor === null) return NOT_IN_STORY
        const failure = await load(story.earlierCursor, MESSAGES_PER_JUMP)
        if (failure !== null) return failure
      }
    },
    [live, load],
  )

  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<SearchAnswer> => {
      const request = requestSearch({ sessionId, q: text, limit: SHOWN_HITS })
      signal.addEventListener('abort', () => request.abort())
      const { data, error: failure } = await request
      if (data !== undefined) return { kind: 'found', result: data }
      return { kind: 'failed', error: toUserError(failure ?? {}) }
    },
    [sessionId, requestSearch],
  )

  return useMemo(
    () => ({ isLoading, error, loadEarlier: () => void loadEarlier(), loadTo, search }),
    [isLoading, error, loadEarlier, loadTo, search],
  )
}

const NOT_IN_STORY: UserError = {
  code: 'message-not-found',
  detail: playerText('find.notInStory.detail'),
  hint: playerText('find.notInStory.hint'),
}
