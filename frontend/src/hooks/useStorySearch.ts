import { useCallback, useEffect, useState } from 'react'

import type { SearchAnswer, StoryHistory } from '../components/player/storyHistory.ts'
import type { SearchResult } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'

/** A request is sent after this pause in typing. */
const TYPING_PAUSE_MS = 250

export interface StorySearchState {
  readonly text: string
  readonly isSearching: boolean
  /** The last result, even while the next one is on its way. */
  readonly result: SearchResult | null
  readonly error: UserError | null
}

interface Answered {
  readonly text: string
  readonly answer: SearchAnswer
}

/** Searches as the reader types. Only the newest request is kept. */
export function useStorySearch(
  text: string,
  search: StoryHistory['search'],
): StorySearchState & { readonly retry: () => void } {
  const [answered, setAnswered] = useState<Answered | null>(null)
  const isAnswered = answered?.text === text

  useEffect(() => {
    if (text === '' || isAnswered) return undefined
    const request = new AbortController()
    const timer = window.setTimeout(async () => {
      const answer = await search(text, request.signal)
      if (!request.signal.aborted) setAnswered({ text, answer })
    }, TYPING_PAUSE_MS)
    return () => {
      window.clearTimeout(timer)
      request.abort()
    }
  }, [text, isAnswered, search])

  const answer = text === '' ? undefined : answered?.answer
  return {
    text,
    isSearching: text !== '' && !isAnswered,
    result: answer?.kind === 'found' ? answer.result : null,
    error: isAnswered && answer?.kind === 'failed' ? answer.error : null,
    retry: useCallback(() => setAnswered(null), []),
  }
}
