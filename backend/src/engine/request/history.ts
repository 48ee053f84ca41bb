import type { LanguageModelV4Message } from '@ai-sdk/provider'

import type { PathMessage } from '../../messages/pathMessage.ts'
import { type StoredPart, textOf } from '../../messages/part.ts'
import { type HistoryReader, toPartMessages } from './partMessages.ts'

/**
 * The story so far: text, calls and results. Metadata of a provider goes to that provider only. The history begins
 * with the player's side, neighbors of the same role are merged, and every call has its result.
 */
export function toHistory(
  path: readonly PathMessage[],
  opening: string | null,
  reader: HistoryReader,
): readonly LanguageModelV4Message[] {
  const before = path.at(-1)?.role === 'player' ? path.slice(0, -1) : path
  if (before.length === 0) return []
  const messages = before.flatMap((message) => convertOnce(message, reader))
  return mergeNeighbors([toUser(opening ?? 'Begin.'), ...messages])
}

/** The earlier steps of the answer in progress. */
export function toSteps(parts: readonly StoredPart[], reader: HistoryReader): readonly LanguageModelV4Message[] {
  return mergeNeighbors(toPartMessages(parts, reader))
}

interface Converted {
  readonly reader: HistoryReader
  readonly messages: readonly LanguageModelV4Message[]
}

/** Each message as its last reader got it: it never changes, and every step of every turn sends it again. */
const converted = new WeakMap<PathMessage, Converted>()

function convertOnce(message: PathMessage, reader: HistoryReader): readonly LanguageModelV4Message[] {
  const known = converted.get(message)
  if (known !== undefined && isSameReader(known.reader, reader)) return known.messages
  const messages = message.role === 'player' ? [toUser(textOf(message))] : mergeNeighbors(toAnswer(message, reader))
  converted.set(message, { reader, messages })
  return messages
}

const isSameReader = (one: HistoryReader, other: HistoryReader): boolean =>
  one.rules === other.rules && one.provider === other.provider && one.host === other.host

function toAnswer({ parts, status }: PathMessage, reader: HistoryReader): readonly LanguageModelV4Message[] {
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
    const both = mergeTwo(merged.at(-1), message)
    if (both === undefined) merged.push(message)
    else merged[merged.length - 1] = both
  }
  return merged
}

function mergeTwo(
  last: LanguageModelV4Message | undefined,
  next: LanguageModelV4Message,
): LanguageModelV4Message | undefined {
  if (last?.role === 'user' && next.role === 'user') return { ...last, content: [...last.content, ...next.content] }
  if (last?.role === 'assistant' && next.role === 'assistant')
    return { ...last, content: [...last.content, ...next.content] }
  if (last?.role === 'tool' && next.role === 'tool') return { ...last, content: [...last.content, ...next.content] }
  return undefined
}

export function toUser(text: string): LanguageModelV4Message {
  return { role: 'user', content: [{ type: 'text', text }] }
}

function toAssistant(text: string): LanguageModelV4Message {
  return { role: 'assistant', content: [{ type: 'text', text }] }
}
