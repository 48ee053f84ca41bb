import { isObject } from '../models/dialects/values.ts'

/** A part of a message or tool, as people read it. */
export interface ElementText {
  readonly kind: 'text' | 'thinking' | 'call' | 'result'
  readonly text: string
  /** The function of a call or of its result, if it is known. */
  readonly name?: string
}

export interface ReadElement {
  readonly role: string | null
  readonly texts: readonly ElementText[]
}

/** Reads a message in the form of any provider. What it doesn't know is left as JSON. */
export function readMessage(value: unknown): ReadElement {
  if (!isObject(value))
    return { role: null, texts: [{ kind: 'text', text: typeof value === 'string' ? value : toJson(value) }] }
  const role = typeof value['role'] === 'string' ? value['role'] : null
  const texts = [
    ...readText('thinking', value['reasoning_content'] ?? value['reasoning'] ?? value['thinking']),
    ...(role === 'tool' ? readText('result', value['content']) : listParts(value).flatMap(readPart)),
    ...listOf(value['tool_calls']).map(readCall),
  ]
  return { role: role ?? roleOf(value), texts: texts.length > 0 ? texts : [{ kind: 'text', text: toJson(value) }] }
}

/** Items of OpenAI's responses, and texts of a system prompt, have no role. */
function roleOf(value: Fields): string | null {
  if (value['type'] === 'function_call' || value['type'] === 'reasoning') return 'assistant'
  return value['type'] === 'function_call_output' ? 'tool' : null
}

type Fields = Readonly<Record<string, unknown>>

function listParts(value: Fields): readonly unknown[] {
  const content = value['content'] ?? value['parts']
  if (content === undefined || content === null) return 'type' in value || 'text' in value ? [value] : []
  return Array.isArray(content) ? content : [content]
}

function readPart(part: unknown): readonly ElementText[] {
  if (!isObject(part)) return readText('text', part)
  if (isObject(part['functionCall'])) return [readCall({ function: part['functionCall'] })]
  if (isObject(part['functionResponse']))
    return readResult(part['functionResponse'], part['functionResponse']['response'])
  switch (part['type']) {
    case 'tool_use':
    case 'function_call':
      return [readCall({ function: part })]
    case 'tool_result':
      return readResult(part, part['content'])
    case 'function_call_output':
      return readResult(part, part['output'])
    case 'thinking':
    case 'reasoning':
      return readText('thinking', part['thinking'] ?? part['text'] ?? listOf(part['summary']))
    default:
      return readText(part['thought'] === true ? 'thinking' : 'text', part['text'])
  }
}

function readCall(call: unknown): ElementText {
  const inner = isObject(call) && isObject(call['function']) ? call['function'] : call
  if (!isObject(inner)) return { kind: 'call', text: toJson(call) }
  const args = inner['arguments'] ?? inner['input'] ?? inner['args'] ?? {}
  const name = typeof inner['name'] === 'string' ? inner['name'] : null
  return { kind: 'call', text: typeof args === 'string' ? args : toJson(args), ...(name !== null && { name }) }
}

function readResult({ name }: Fields, output: unknown): readonly ElementText[] {
  const text = typeof output === 'string' ? output : toJson(output)
  return [{ kind: 'result', text, ...(typeof name === 'string' && { name }) }]
}

function readText(kind: ElementText['kind'], value: unknown): readonly ElementText[] {
  if (value === undefined || value === null || value === '') return []
  return [{ kind, text: typeof value === 'string' ? value : toJson(value) }]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const toJson = (value: unknown): string => JSON.stringify(value, null, 2)
