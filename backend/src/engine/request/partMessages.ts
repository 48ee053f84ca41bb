import type { LanguageModelV4Message, SharedV4ProviderOptions } from '@ai-sdk/provider'

import type { PartOrigin, StoredPart } from '../../messages/part.ts'
import { toCallId } from './callId.ts'

/** Who is about to read the history. */
export interface HistoryReader {
  readonly provider: string
  readonly host: string | null
}

type ToolCallPart = Extract<StoredPart, { type: 'tool-call' }>

/** What a model said and was answered. Calls of one step stay together, their results follow together. */
export function toPartMessages(parts: readonly StoredPart[], reader: HistoryReader): LanguageModelV4Message[] {
  const messages: LanguageModelV4Message[] = []
  let calls: ToolCallPart[] = []
  const settle = (): void => {
    messages.push(...calls.map((call) => toCall(call, reader)), ...calls.map(toResult))
    calls = []
  }
  for (const part of parts) {
    if (part.type === 'tool-call') {
      if (!isOfOneStep(calls.at(-1), part)) settle()
      calls.push(part)
    } else {
      settle()
      messages.push(...toWords(part, reader))
    }
  }
  settle()
  return messages
}

function isOfOneStep(before: ToolCallPart | undefined, { origin }: ToolCallPart): boolean {
  return before?.origin !== undefined && before.origin.step === origin?.step
}

function toWords(part: Exclude<StoredPart, ToolCallPart>, reader: HistoryReader): LanguageModelV4Message[] {
  const options = privateOptions(part.origin, reader)
  if (part.type === 'text') {
    return part.text.trim() === ''
      ? []
      : [{ role: 'assistant', content: [{ type: 'text', text: part.text, ...options }] }]
  }
  const isReadable = part.text !== '' || options.providerOptions !== undefined
  if (!isReadable || !readsThoughts(part.origin, reader)) return []
  return [{ role: 'assistant', content: [{ type: 'reasoning', text: part.text, ...options }] }]
}

function toCall({ id, toolName, input, origin }: ToolCallPart, reader: HistoryReader): LanguageModelV4Message {
  const options = privateOptions(origin, reader)
  return {
    role: 'assistant',
    content: [{ type: 'tool-call', toolCallId: toCallId(id), toolName, input, ...options }],
  }
}

function toResult({ id, toolName, result }: ToolCallPart): LanguageModelV4Message {
  const output = { type: 'json', value: result ?? { result: 'not carried out' } } as const
  return { role: 'tool', content: [{ type: 'tool-result', toolCallId: toCallId(id), toolName, output }] }
}

/** Those that want their own thoughts back. Others would take them for words, or for the thoughts of another. */
const THINKERS: ReadonlySet<string> = new Set(['anthropic', 'deepseek', 'google', 'openai', 'openrouter', 'xai'])

const readsThoughts = (origin: PartOrigin | undefined, reader: HistoryReader): boolean =>
  THINKERS.has(reader.provider) && isOwn(origin, reader)

const isOwn = (origin: PartOrigin | undefined, { provider, host }: HistoryReader): boolean =>
  origin?.provider === provider && origin.host === host

function privateOptions(
  origin: PartOrigin | undefined,
  reader: HistoryReader,
): { providerOptions?: SharedV4ProviderOptions } {
  return origin?.metadata === undefined || !isOwn(origin, reader) ? {} : { providerOptions: origin.metadata }
}
