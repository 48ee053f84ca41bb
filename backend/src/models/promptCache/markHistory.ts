import type { LanguageModelV4Message } from '@ai-sdk/provider'

import type { PromptCache } from './promptCache.ts'

type Messages = readonly LanguageModelV4Message[]

/**
 * Marks the end of the history, up to which a provider keeps what it has read, and the end of the history one turn
 * before, up to which it has kept it: a provider looks back only a few messages for a mark. What follows the history
 * changes with each turn and is never marked.
 */
export function markHistory(history: Messages, markedRole: PromptCache['markedRole']): Messages {
  if (markedRole === null) return history
  const last = lastOf(history, markedRole)
  const turn = history.findLastIndex(({ role }) => role === 'user')
  const before = lastOf(history.slice(0, markedRole === 'user' ? last : turn), markedRole)
  return history.map((message, index) => (index === last || index === before ? mark(message) : message))
}

const lastOf = (messages: Messages, markedRole: string): number =>
  messages.findLastIndex(({ role }) => role === markedRole)

const MARK = { anthropic: { cacheControl: { type: 'ephemeral' } } }

function mark(message: LanguageModelV4Message): LanguageModelV4Message {
  return { ...message, providerOptions: { ...message.providerOptions, ...MARK } }
}
