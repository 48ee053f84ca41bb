import type { CallFragment } from './callFragment.ts'
import { type Fields, fieldsOf, firstText, isObject, listOf, textOf } from './values.ts'
import { readTextParts, textIn, type TextPart } from './textParts.ts'

/** A delta or a whole message of chat completions. */
export interface ChatMessage {
  /** In the order in which they are said. */
  readonly words: readonly TextPart[]
  /** In the form of OpenRouter. */
  readonly details: readonly Fields[]
  readonly calls: readonly CallFragment[]
  readonly isRefusal: boolean
}

export function readChatMessage(message: Fields): ChatMessage {
  const { content, refusal, tool_calls: calls, function_call: call, reasoning_details: details } = message
  const said = readTextParts(content)
  const refused = textIn(said, 'text') === '' ? textOf(refusal) : ''
  return {
    words: [...readReasoning(message, said), ...said, ...readTextParts(refused)],
    details: listOf(details).filter(isObject).map(toDetail),
    calls: [...listOf(calls), ...(isObject(call) ? [{ function: call, index: 'function_call' }] : [])]
      .filter(isObject)
      .map(toFragment),
    isRefusal: refused !== '',
  }
}

/** The fields in which servers send reasoning. Several of them say the same. */
const REASONING = ['reasoning_content', 'reasoning', 'thinking', 'reasoning_text', 'thought', 'reasoning_details']

function readReasoning(message: Fields, said: readonly TextPart[]): readonly TextPart[] {
  if (textIn(said, 'reasoning') !== '') return []
  for (const name of REASONING) {
    const words = readTextParts(message[name], 'reasoning')
    if (words.length > 0) return words.map(({ text }) => ({ type: 'reasoning', text }))
  }
  return []
}

function toDetail(detail: Fields): Fields {
  const { index } = detail
  const texts = ['type', 'text', 'summary', 'data', 'signature', 'format', 'id'].map(
    (name) => [name, detail[name]] as const,
  )
  return {
    ...Object.fromEntries(texts.filter(([, value]) => typeof value === 'string')),
    ...(typeof index === 'number' && { index }),
  }
}

function toFragment(call: Fields): CallFragment {
  const { index, id, function: given } = call
  const called = fieldsOf(given)
  const key = textOf(index)
  const { google: ofGemini } = fieldsOf(call['extra_content'])
  return {
    key: key === '' ? undefined : key,
    id: textOf(id),
    name: firstText(called['name'], given, call['name']),
    arguments: called['arguments'] ?? call['arguments'] ?? called['parameters'] ?? call['input'],
    signature: textOf(fieldsOf(ofGemini)['thought_signature']) || undefined,
  }
}
