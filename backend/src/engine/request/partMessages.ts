import type { LanguageModelV4Message, SharedV4ProviderOptions } from '@ai-sdk/provider'

import type { PartOrigin, StoredPart } from '../../messages/part.ts'
import type { PromptRules } from '../../models/promptRules.ts'
import { callArguments, callName, isObject } from './callArguments.ts'
import { toSentResult } from './callResult.ts'
import type { ResultUpdate } from './turnPrompt.ts'

/** The model that receives the history. */
export interface HistoryReader {
  readonly provider: string
  readonly host: string | null
  readonly rules: PromptRules
}

/** Whether both are sent the same bytes for the same message. */
export const isSameReader = (one: HistoryReader, other: HistoryReader): boolean =>
  one.rules === other.rules && one.provider === other.provider && one.host === other.host

type ToolCallPart = Extract<StoredPart, { type: 'tool-call' }>

/** The output of a model with the results of its calls. Calls of one step stay together, followed by their results. */
export function toPartMessages(
  parts: readonly StoredPart[],
  reader: HistoryReader,
  updates: ReadonlyMap<string, ResultUpdate> = NO_UPDATES,
): LanguageModelV4Message[] {
  const messages: LanguageModelV4Message[] = []
  let calls: ToolCallPart[] = []
  const flushCalls = (): void => {
    messages.push(...calls.map((call) => toCall(call, reader)))
    messages.push(...calls.map((call) => toResult(call, reader, updates.get(call.id))))
    calls = []
  }
  for (const part of withReturnedReasoning(parts, reader)) {
    if (part.type === 'tool-call') {
      if (!isOfOneStep(calls.at(-1), part)) flushCalls()
      calls.push(part)
    } else {
      flushCalls()
      messages.push(...toTextMessages(part, reader))
    }
  }
  flushCalls()
  return messages
}

const NO_UPDATES: ReadonlyMap<string, ResultUpdate> = new Map()

function isOfOneStep(before: ToolCallPart | undefined, { origin }: ToolCallPart): boolean {
  return before?.origin !== undefined && before.origin.step === origin?.step
}

function toTextMessages(part: Exclude<StoredPart, ToolCallPart>, reader: HistoryReader): LanguageModelV4Message[] {
  const options = privateOptions(part.origin, reader)
  if (part.type === 'text') {
    return part.text.trim() === ''
      ? []
      : [{ role: 'assistant', content: [{ type: 'text', text: part.text, ...options }] }]
  }
  const isReadable = part.text !== '' || options.providerOptions !== undefined
  if (!isReadable) return []
  return [{ role: 'assistant', content: [{ type: 'reasoning', text: part.text, ...options }] }]
}

function toCall({ id, toolName, input, origin }: ToolCallPart, reader: HistoryReader): LanguageModelV4Message {
  const call = { toolCallId: reader.rules.toCallId(id), toolName: callName(toolName), input: callArguments(input) }
  return { role: 'assistant', content: [{ type: 'tool-call', ...call, ...privateOptions(origin, reader) }] }
}

function toResult(
  { id, toolName, result }: ToolCallPart,
  { rules }: HistoryReader,
  update: ResultUpdate | undefined,
): LanguageModelV4Message {
  const sent = result === null ? { result: 'not carried out' } : toSentResult(result)
  const value = isObject(sent) ? { ...sent, ...update } : sent
  const call = { toolCallId: rules.toCallId(id), toolName: callName(toolName) }
  return { role: 'tool', content: [{ type: 'tool-result', ...call, output: { type: 'json', value } }] }
}

/** Leaves out the reasoning that the reader is not sent. */
function withReturnedReasoning(parts: readonly StoredPart[], reader: HistoryReader): readonly StoredPart[] {
  const { returnsReasoning } = reader.rules
  const steps = new Set(parts.flatMap(({ type, origin }) => (type === 'tool-call' ? [origin?.step] : [])))
  return parts.filter(({ type, origin }) => {
    if (type !== 'thinking') return true
    if (returnsReasoning === 'none' || !isOwn(origin, reader)) return false
    return returnsReasoning === 'all' || steps.has(origin?.step)
  })
}

const isOwn = (origin: PartOrigin | undefined, { provider, host }: HistoryReader): boolean =>
  origin?.provider === provider && origin.host === host

function privateOptions(
  origin: PartOrigin | undefined,
  reader: HistoryReader,
): { providerOptions?: SharedV4ProviderOptions } {
  return origin?.metadata === undefined || !isOwn(origin, reader) ? {} : { providerOptions: origin.metadata }
}
