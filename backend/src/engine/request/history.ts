import type { LanguageModelV4Message } from '@ai-sdk/provider'

import type { Message } from '../../messages/message.ts'
import { type StoredPart, textOf } from '../../messages/part.ts'
import { type HistoryReader, toPartMessages } from './partMessages.ts'

/**
 * The story so far, as any model may read it: words, calls and results. What belongs to one provider goes only to it.
 * Begins with the player's side, parts neighbours of one role by none, and leaves no call without its result.
 */
export function toHistory(
  path: readonly Message[],
  opening: string | null,
  reader: HistoryReader,
): readonly LanguageModelV4Message[] {
  const before = path.at(-1)?.role === 'player' ? path.slice(0, -1) : path
  if (before.length === 0) return []
  const told = before.flatMap((message) =>
    message.role === 'player' ? [toUser(textOf(message))] : toAnswer(message, reader),
  )
  return mergeNeighbours([toUser(opening ?? 'Begin.'), ...told])
}

/** The earlier steps of the answer in progress. */
export function toSteps(parts: readonly StoredPart[], reader: HistoryReader): readonly LanguageModelV4Message[] {
  return mergeNeighbours(toPartMessages(parts, reader))
}

function toAnswer({ parts, status }: Message, reader: HistoryReader): readonly LanguageModelV4Message[] {
  const messages = toPartMessages(status === 'done' ? parts : withoutBrokenThoughts(parts), reader)
  const endsInWords = parts.findLast(({ type }) => type !== 'thinking')?.type === 'text'
  return endsInWords ? messages : [...messages, toAssistant('(The answer broke off here.)')]
}

/** Thoughts whose step was cut off lack what their provider wants after them. */
function withoutBrokenThoughts(parts: readonly StoredPart[]): readonly StoredPart[] {
  const lastCall = parts.findLastIndex(({ type }) => type === 'tool-call')
  return parts.flatMap((part, index) => {
    if (index <= lastCall) return part
    return part.type === 'text' ? { ...part, origin: undefined } : []
  })
}

function mergeNeighbours(messages: readonly LanguageModelV4Message[]): readonly LanguageModelV4Message[] {
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
