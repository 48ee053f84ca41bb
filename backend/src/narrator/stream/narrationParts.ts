import type { LanguageModelV4StreamPart, LanguageModelV4ToolCall } from '@ai-sdk/provider'
import type { Narration } from '../narrate.ts'

/** The stream parts of a narration: one for each word, or those of its call. */
export function narrationParts(narration: Narration, callId: string): LanguageModelV4StreamPart[] {
  return narration.kind === 'text' ? textParts(narration.text) : callParts(toToolCall(narration, callId))
}

export function toToolCall({ call }: Extract<Narration, { kind: 'call' }>, callId: string): LanguageModelV4ToolCall {
  return { type: 'tool-call', toolCallId: callId, toolName: call.function, input: JSON.stringify(call.args) }
}

/** Splits a text into words, each with the white space before it. */
export function splitWords(text: string): string[] {
  return text.trim() === '' ? [] : text.split(/(?<=\S)(?=\s+\S)/)
}

const TEXT_ID = 'text'

function textParts(text: string): LanguageModelV4StreamPart[] {
  const words = splitWords(text).map((delta): LanguageModelV4StreamPart => ({ type: 'text-delta', id: TEXT_ID, delta }))
  return [{ type: 'text-start', id: TEXT_ID }, ...words, { type: 'text-end', id: TEXT_ID }]
}

function callParts(call: LanguageModelV4ToolCall): LanguageModelV4StreamPart[] {
  const { toolCallId: id, toolName, input } = call
  return [
    { type: 'tool-input-start', id, toolName },
    { type: 'tool-input-delta', id, delta: input },
    { type: 'tool-input-end', id },
    call,
  ]
}
