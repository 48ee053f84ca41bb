import { ARGUMENT_KEYS, LIST_KEYS, NAME_KEYS, OTHER_KEYS, type WrittenCall } from './callJson.ts'
import type { SentTool } from './parsedPiece.ts'
import { findTool, looksLikeFunction } from './toolNames.ts'

/** How the beginning of JSON on a line of its own looks: like a call, unlike one, or too short to say. */
export function judgeJson(text: string, tools: readonly SentTool[]): 'yes' | 'no' | 'more' {
  if (BEGINNING.test(text)) return 'more'
  const [, key, hasColon = '', rest = ''] = FIRST_KEY.exec(text) ?? []
  if (key === undefined) return 'no'
  if (hasColon === '') return 'no'
  if (tools.some(({ name }) => name === key)) return 'yes'
  if (!KEYS.has(key)) return 'no'
  if (!NAME_KEYS.includes(key)) return 'yes'
  return judgeName(rest, tools)
}

/** `[` and `{` up to the first key. */
const FIRST_KEY = /^\[?\s{0,40}\{\s{0,40}["'“„«]?([\w-]{1,60})(?:["'”“»]\s{0,9})?(:?)\s{0,9}([^]{0,80})/
const BEGINNING = /^\[?\s{0,40}(?:\{\s{0,40}(?:["'“„«]?(?:[\w-]{1,60}(?:["'”“»]\s{0,9})?)?)?)?$/
const KEYS: ReadonlySet<string> = new Set([...NAME_KEYS, ...ARGUMENT_KEYS, ...LIST_KEYS, ...OTHER_KEYS])

function judgeName(value: string, tools: readonly SentTool[]): 'yes' | 'no' | 'more' {
  if (value === '') return 'more'
  if (value.startsWith('{')) return 'yes'
  const name = /^["'“„«]([^"'”“»{}\n]{1,70})["'”“»]/.exec(value)?.[1]
  if (name === undefined) return value.length < 72 && /^["'“„«][^"'”“»{}\n]*$/.test(value) ? 'more' : 'no'
  return findTool(tools, name) !== undefined || looksLikeFunction(name) ? 'yes' : 'no'
}

/** Whether code between fences may be a call: JSON, markup or `name(`. */
export function judgeFence(info: string, body: string): 'yes' | 'no' | 'more' {
  if (!FENCE_KINDS.has(info.toLowerCase())) return 'no'
  const begin = body.trimStart()
  if (begin === '') return 'more'
  return /^(?:[{[<]|[\w.:]{1,80}(?:\(|$))/.test(begin) ? 'yes' : 'no'
}

const FENCE_KINDS: ReadonlySet<string> = new Set([
  ...['', 'json', 'json5', 'tool_call', 'tool_calls', 'tool_code', 'tool', 'tools', 'function', 'function_call'],
  ...['xml', 'python', 'py', 'text', 'plaintext', 'javascript', 'js'],
])

/** A call of a function that was sent, of which the end is missing; null for anything else. */
export function readCutCall(text: string, tools: readonly SentTool[]): readonly WrittenCall[] | null {
  const written = CUT_NAME.exec(text)?.[1]
  const tool = written === undefined ? undefined : findTool(tools, written)
  return tool === undefined ? null : [{ name: tool.name, tool, input: undefined }]
}

const CUT_NAME = /["'“„](?:name|function|tool|tool_name|action)["'”“]\s{0,9}:\s{0,9}["'“„]([\w.:-]{1,80})["'”“]/

/** Whether the kind of a fence says that it encloses calls. */
export const isCallFence = (info: string): boolean => /^(?:tool|function)/i.test(info)
