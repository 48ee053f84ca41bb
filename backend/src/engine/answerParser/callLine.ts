import type { Json } from '@llm-gamebook/story'

import { endOfQuote, isQuote, unquote } from '../../models/dialects/quotes.ts'
import { repairArguments } from '../../models/dialects/repairArguments.ts'
import { parseJson } from '../../json.ts'
import { inputOf, type WrittenCall } from './callJson.ts'
import type { Match, SentTool } from './parsedPiece.ts'
import { findTool, looksLikeFunction, plainName } from './toolNames.ts'

/** Longer ones are prose. */
const LONGEST = 400
const PARENTHESES: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['（', '）'],
])

/** Reads `name(args)` at the beginning of a text; what follows it is left to the caller. */
export function matchCall(text: string, tools: readonly SentTool[], isEnd: boolean): Match<WrittenCall> {
  const [written = ''] = NAME.exec(text) ?? []
  if (written === '') return 'none'
  const open = text[written.length]
  if (open === undefined) return isEnd || !mayBeName(written, tools) ? 'none' : 'more'
  const close = PARENTHESES.get(open)
  const isPrint = written === 'print'
  const tool = findTool(tools, written)
  const isName = tool !== undefined || isPrint || looksLikeFunction(plainName(written)) || NAMESPACED.test(written)
  if (close === undefined || !isName) return 'none'
  const end = endOfArguments(text, written.length + 1, close)
  if (end === -1) return isEnd || text.length > LONGEST ? 'none' : 'more'
  const inside = text.slice(written.length + 1, end).trim()
  if (isPrint) {
    const inner = matchCall(inside, tools, true)
    return typeof inner === 'object' && inner.length === inside.length ? { ...inner, length: end + 1 } : 'none'
  }
  const input = readCallArguments(inside, tool)
  if (input === null) return 'none'
  return { length: end + 1, result: { name: tool?.name ?? plainName(written), tool, input } }
}

const NAME = /^[\p{L}_][\p{L}\p{N}_.:/-]{0,80}/u
const NAMESPACED = /^(?:functions|tools|default_api)[.:/]/i

/** Whether the beginning of a word may become the name of a function. */
function mayBeName(written: string, tools: readonly SentTool[]): boolean {
  if (written.length > 80) return false
  const folded = plainName(written).toLowerCase()
  const isBeginning = tools.some(({ name }) => name.toLowerCase().startsWith(folded))
  return isBeginning || SNAKE.test(written) || NAMESPACES.some((space) => space.startsWith(written.toLowerCase()))
}

const SNAKE = /^[a-z][a-z0-9_.]*$/
const NAMESPACES = ['functions.', 'tools.', 'default_api.', 'print(']

function endOfArguments(text: string, start: number, close: string): number {
  let depth = 0
  for (let at = start; at < text.length && at < LONGEST; at += 1) {
    const sign = text[at] ?? ''
    if (isQuote(sign)) {
      const end = endOfQuote(text, at)
      if (end === -1) return -1
      at = end - 1
    } else if (sign === close && depth === 0) return at
    else if ('([{（'.includes(sign)) depth += 1
    else if (')]}）'.includes(sign)) depth -= 1
  }
  return -1
}

/** The arguments by name; null if they are words of a story. */
export function readCallArguments(text: string, tool: SentTool | undefined): Json | undefined | null {
  if (text === '') return {}
  if (text.startsWith('{')) {
    const input = inputOf(text)
    return input === undefined ? null : input
  }
  const values: [string, Json][] = []
  for (const [index, part] of splitArguments(text).entries()) {
    const named = NAMED.exec(part)
    const value = readValue(named === null ? part : part.slice(named[0].length).trim())
    if (value === undefined) return null
    const parameter =
      named?.[1] ?? named?.[2] ?? tool?.parameters[index]?.name ?? (tool === undefined ? `${index}` : '')
    if (parameter === '') return null
    const isText = tool?.parameters.find(({ name }) => name === parameter)?.isText === true
    values.push([parameter, isText && typeof value !== 'object' ? String(value) : value])
  }
  return Object.fromEntries(values)
}

const NAMED = /^(?:([\p{L}_][\w-]{0,60})|["'“„]([\p{L}_][\w-]{0,60})["'”“])\s*[=:：]\s*/u

function splitArguments(text: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    const end = isQuote(sign) ? endOfQuote(text, at) : -1
    if (end !== -1) at = end - 1
    else if ('([{'.includes(sign)) depth += 1
    else if (')]}'.includes(sign)) depth -= 1
    else if (depth === 0 && ',，、;'.includes(sign)) {
      parts.push(text.slice(start, at).trim())
      start = at + 1
    }
  }
  const last = text.slice(start).trim()
  return last === '' ? parts : [...parts, last]
}

/** A quoted text, a number, a truth value, an id or JSON; undefined for several bare words. */
function readValue(text: string): Json | undefined {
  if (isQuote(text[0] ?? '')) return endOfQuote(text, 0) === text.length ? unquote(text) : undefined
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (/^(?:null|none)$/i.test(text)) return null
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text)
  if (/^[{[]/.test(text)) {
    const json = parseJson(text) === undefined ? repairArguments(text) : text
    return json === undefined ? undefined : (inputOf(json) ?? undefined)
  }
  return /^[\p{L}\p{N}_.-]{1,80}$/u.test(text) ? text : undefined
}
