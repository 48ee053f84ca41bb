import type { StoryState } from '@llm-gamebook/story'

import { observeRequests, type SentRequest } from '../../models/transport/requestObserver.ts'
import { planMemory } from '../memory/planMemory.ts'
import type { TurnRequest } from '../turn.ts'
import { buildFirstRequest } from './firstRequest.ts'

/**
 * The first request that a turn would send, of which nothing is sent; null for a narrator that sends none.
 * @param isLimited whether the answer gets a maximum length in any case
 */
export async function previewRequest(
  turn: TurnRequest,
  state: StoryState,
  isLimited = false,
): Promise<SentRequest | null> {
  const { narrator } = turn
  if (narrator.prompt.readsStoryView) return null
  const { recalled } = planMemory({ turn, newMessageId: turn.text === null ? null : NEXT, state })
  const request = buildFirstRequest({ ...turn, recalled }, state, narrator.callOptions([], isLimited))
  const seen: SentRequest[] = []
  const observer = {
    begin(sent: SentRequest): never {
      seen.push(sent)
      throw new NotSentError()
    },
  }
  try {
    const { stream } = await observeRequests(observer, () => narrator.model.doStream(request))
    await stream.cancel()
  } catch (error) {
    if (seen.length === 0) throw error
  }
  return seen[0] ?? null
}

/** The id of a message that is not written yet. */
const NEXT = 'next'

/** A request that is only looked at. */
class NotSentError extends Error {
  override readonly name = 'NotSentError'
}
