import type { LanguageModelV4Message } from '@ai-sdk/provider'

import type { Message } from '../../messages/message.ts'
import { type StoredPart, textOf } from '../../messages/part.ts'
import { type HistoryReader, toPartMessages } from './partMessages.ts'

/**
 * The story so far: text, calls and results. Metadata of a provider goes to that provider only. The history begins
 * with the player's side, neighbors of the same role are merged, and every call has its result.
 */
export function toHistory(
  path: readonly Message[],
  opening: string | null,
  reader: HistoryReader,
): readonly LanguageModelV4Message[] {
  const before = path.at(-1)?.role === 'player' ? path.slice(0, -1) : path
  if (before.length === 0) return []
  const messages = before.flatMap((message) =>
    message.role === 'player' ? [toUser(textOf(message))] : toAnswer(message, reader),
  )
  return mergeNeighbors([toUser(opening ?? 'Begin.'), ...messages])
}

/** The earlier steps of the answer in progress. */
export function toSteps(parts: readonly StoredPart[], reader: HistoryReader): readonly LanguageModelV4Message[] {
  return mergeNeighbors(toPartMessages(parts, reader))
}

function toAnswer({ parts, status }: Message, reader: HistoryReader): readonly LanguageModelV4Message[] {
  const messages = toPartMessages(status === 'done' ? parts : withoutCutOffReasoning(parts), reader)
  const endsInText = parts.findLast(({ type }) => type !== 'thinking')?.type === 'text'
  return endsInText ? messages : [...messages, toAssistant('(The answer was cut off here.)')]
}

/** Leaves out the reasoning of a step that was cut off: its provider would reject it without what follows. */
function withoutCutOffReasoning(parts: readonly StoredPart[]): readonly StoredPart[] {
  const lastCall = parts.findLastIndex(({ type }) => type === 'tool-call')
  return parts.flatMap((part, index) => {
    if (index <= lastCall) return part
    return part.type === 'text' ? { ...part, origin: undefined } : []
  })
}

function mergeNeighbors(messages: readonly LanguageModelV4Message[]): readonly LanguageModelV4Message[] {
  const merged: LanguageModelV4Message[] = []
  for (const message of messages) {
    const last = merged.at(-1)
    if (last?.role === 'user' && message.role === 'user') last.content.push(...message.content)
    else if (last?.role === 'assistant' && message.role === 'assistant') last.content.push(...message.content)
    else if (last?.role === 'tool' && message.role === 'tool') last.content.push(...message.content)
    else merged.push(message)
  }
  return merged
}

export function toUser(text: string): LanguageModelV4Message {
  return { role: 'user', content: [{ type: 'text', text }] }
}

function toAssistant(text: string): LanguageModelV4Message {
  return { role: 'assistant', content: [{ type: 'text', text }] }
}
