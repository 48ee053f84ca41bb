import { type Gamebook, listSuggestions, type StoryState, worldOf } from '@llm-gamebook/story'

import type { ShownMessage } from '../../messages/message.ts'
import { Suggestion } from '../schemas/suggestion.ts'

/** What is suggested after a message; nothing while the narrator answers, and before that. */
export function suggestionsAfter(
  message: Pick<ShownMessage, 'role' | 'status'> | undefined,
  gamebook: Gamebook | undefined,
  state: StoryState | null,
): Suggestion[] {
  if (message?.role !== 'narrator' || message.status === 'streaming') return []
  if (gamebook === undefined || state === null) return []
  return listSuggestions(worldOf(gamebook, state), () => {}).map((suggestion) => Suggestion.parse(suggestion))
}
