import type { LanguageModelV4Message } from '@ai-sdk/provider'
import { buildPlayerText } from '@llm-gamebook/story'

import type { PathMessage } from '../../messages/pathMessage.ts'
import { isWithdrawn, type StoredPart, textOf } from '../../messages/part.ts'
import { withoutErrors } from '../calls/withoutErrors.ts'
import { withFacts } from '../drift/withFacts.ts'
import { type HistoryReader, isSameReader, toPartMessages } from './partMessages.ts'
import type { ResultUpdate } from './turnPrompt.ts'

/**
 * The story so far: text, calls and results. Metadata of a provider goes to that provider only. The history begins
 * with the player's side, neighbors of the same role are merged, and every call has its result.
 */
export function toHistory(
  path: readonly PathMessage[],
  opening: string,
  reader: HistoryReader,
): readonly LanguageModelV4Message[] {
  const before = path.at(-1)?.role === 'player' ? path.slice(0, -1) : path
  const [first] = before
  const last = before.at(-1)
  if (first === undefined || last === undefined) return []
  const known = findKnown(first, before, opening, reader)
  const added = before.slice(known.length).flatMap((message) => toMessages(message, reader))
  const messages = added.length === 0 ? known.messages : joinMerged(known.messages, mergeNeighbors(added))
  histories.set(first, { reader, opening, last, length: before.length, messages })
  return messages
}

interface KnownHistory {
  readonly length: number
  readonly messages: readonly LanguageModelV4Message[]
}

/** A history with the reader it was converted for, and the message of the story that it ends with. */
interface StoredHistory extends KnownHistory {
  readonly reader: HistoryReader
  readonly opening: string
  readonly last: PathMessage
}

/** By the first message of the path. Each turn only adds to the path, so only the new messages are converted. */
const histories = new WeakMap<PathMessage, StoredHistory>()

function findKnown(
  first: PathMessage,
  path: readonly PathMessage[],
  opening: string,
  reader: HistoryReader,
): KnownHistory {
  const known = histories.get(first)
  // A message has one path to the root, so the same last message means the same ones before it.
  const isBeginning = known !== undefined && known.last === path[known.length - 1]
  if (isBeginning && known.opening === opening && isSameReader(known.reader, reader)) return known
  return { length: 0, messages: [toUser(opening)] }
}

/** The earlier steps of the answer in progress. The message of the user before them says what the player did. */
export function toSteps(
  parts: readonly StoredPart[],
  reader: HistoryReader,
  updates: ReadonlyMap<string, ResultUpdate>,
): readonly LanguageModelV4Message[] {
  const kept = parts.filter((part) => !isWithdrawn(part) && !(part.type === 'tool-call' && part.by === 'player'))
  return mergeNeighbors(toPartMessages(kept, reader, updates))
}

export const toMessages = (message: PathMessage, reader: HistoryReader): readonly LanguageModelV4Message[] =>
  message.role === 'player' ? [toUser(buildPlayerText(textOf(message)))] : toAnswer(message, reader)

function toAnswer(message: PathMessage, reader: HistoryReader): readonly LanguageModelV4Message[] {
  const { parts: all, status, driftFindings } = message
  const parts = withFacts(withoutErrors(all), driftFindings).filter((part) => !isWithdrawn(part))
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

function joinMerged(
  before: readonly LanguageModelV4Message[],
  after: readonly LanguageModelV4Message[],
): readonly LanguageModelV4Message[] {
  const [next, ...others] = after
  const both = next === undefined ? undefined : mergeTwo(before.at(-1), next)
  return both === undefined ? [...before, ...after] : [...before.slice(0, -1), both, ...others]
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
