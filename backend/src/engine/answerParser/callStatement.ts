import { isQuote } from '../../models/dialects/quotes.ts'
import type { WrittenCall } from './callJson.ts'
import { matchCall } from './callLine.ts'
import type { LinePlace, LineStart } from './lineStart.ts'
import type { AnswerParserOptions, Match } from './parsedPiece.ts'

/** `name(args)` alone on a line, also as a list item, as code, in quotation marks or after a label. */
export function matchCallLine(
  text: string,
  { tools, ids }: AnswerParserOptions,
  { isAnnouncing }: Pick<LinePlace, 'isAnnouncing'>,
  isEnd: boolean,
): Match<LineStart> {
  const [prefix = ''] = PREFIX.exec(text) ?? []
  const rest = text.slice(prefix.length)
  if (!isEnd && prefix.length < LONGEST_PREFIX && (rest === '' || beginsPrefix(rest))) return 'more'
  const call = matchCall(rest, tools, isEnd)
  if (typeof call === 'string') return call
  const { tool, input } = call.result
  if (tool === undefined && isAnnouncing) return 'none'
  const isSpoken = isQuote(prefix.at(-1) ?? '') && !prefix.endsWith('`')
  const isListed = isAnnouncing || /^[-*>] /.test(prefix)
  const written = rest.slice(0, call.length)
  if (isListed && !NAMED_OR_QUOTED.test(written)) return 'none'
  if (isSpoken && hasBareWord(written, input, ids)) return 'none'
  const [tail = ''] = TAIL.exec(rest.slice(call.length)) ?? []
  const result = { kind: 'call', calls: [call.result] } as const
  const length = prefix.length + call.length + tail.length
  if (length === text.length) return isEnd ? { length, result } : 'more'
  return text[length] === '\n' || text[length] === '\r' ? { length, result } : 'none'
}

const PREFIX =
  /^(?:[-*>] )?(?:\*\*|`{1,2}|["'“„«‹「『《‘])*(?:(?:(?:function|tool)[ _])?(?:call|action):(?:\*\*)? ?)?`?/i
/** A list of what can be done has bare words, a call has not. */
const NAMED_OR_QUOTED = /[=:"'“„«「『‘]/
const LONGEST_PREFIX = 40
const LONGEST_LABEL = 20
const TAIL = /^[`"'”“»›」』》’*.;,!]{0,5}[ \t]{0,20}/
const LABELS = ['function call:', 'tool call:', 'function_call:', 'tool_call:', 'call:', 'action:']

function beginsPrefix(rest: string): boolean {
  if (rest.length > LONGEST_LABEL) return false
  const folded = rest.toLowerCase()
  return ['-', '*', '>', '`'].includes(rest) || LABELS.some((label) => label.startsWith(folded))
}

/** In quotation marks, a word without any of its own is what somebody says, unless it is an id. */
function hasBareWord(call: string, input: WrittenCall['input'], ids: ReadonlySet<string>): boolean {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return true
  return Object.values(input).some(
    (value) => typeof value === 'string' && !ids.has(value) && /[(,\s]$/.test(call.slice(0, call.indexOf(value))),
  )
}
