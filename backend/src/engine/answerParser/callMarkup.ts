import type { Json } from '@llm-gamebook/story'

import { readCallJson, inputOf, type WrittenCall } from './callJson.ts'
import { isCallFence, readCutCall } from './callCandidate.ts'
import { matchCall } from './callLine.ts'
import type { SentTool } from './parsedPiece.ts'
import { findTool, plainName } from './toolNames.ts'

/** The calls in what a model family's markup encloses. Without any, one call of an unknown name. */
export function readMarkup(markup: string, tools: readonly SentTool[]): readonly WrittenCall[] {
  const text = withoutFence(markup.trim())
  const blocks = [...text.matchAll(BLOCK)]
  if (blocks.length > 0) return blocks.map(([, name = '', body = '']) => readBlock(name, body, tools))
  const segments = text.split(SEPARATORS).map((part) => part.trim())
  const calls = segments.filter((part) => part !== '').flatMap((segment) => readSegment(segment, tools))
  const isReadable = calls.some(
    ({ name, input }) => name !== null && (input !== undefined || findTool(tools, name) !== undefined),
  )
  return isReadable ? calls : (readCutCall(text, tools) ?? (calls.length > 0 ? calls : [UNREADABLE]))
}

export const UNREADABLE: WrittenCall = { name: null, tool: undefined, input: undefined }

/** The calls in a block of code; null if it is anything else. */
export function readFence(body: string, info: string, tools: readonly SentTool[]): readonly WrittenCall[] | null {
  const text = body.trim()
  const isMarked = isCallFence(info)
  if (text.startsWith('<')) return BLOCK_START.test(text) ? readMarkup(text, tools) : null
  const calls = readCallJson(text, tools, isMarked) ?? readCallList(text, tools) ?? readCallLines(text, tools)
  const isCall = calls?.every(
    ({ tool, name }) => isMarked || tool !== undefined || text.startsWith('{') || name === null,
  )
  return isCall === true && calls !== null ? calls : null
}

const BLOCK_START = /^<(?:function|invoke|tool_call|tool_calls|function_calls?)\b/

/** `<function=name>…</function>` and `<invoke name="name">…</invoke>`. */
const BLOCK =
  /<(?:function|invoke|tool_call|tool)(?:=| {1,9}name {0,9}= {0,9})["']?([\w.:-]{1,100})["']?[^<>]{0,100}>([^]*?)(?:<\/(?:function|invoke|tool_call|tool)>|$)/g
/** Between the calls of one section. */
const SEPARATORS = /<[|｜]tool[_▁]calls?[_▁](?:section[_▁])?(?:begin|end)[|｜]>|<\/?tool_calls?>|<\/?function_calls?>/
/** Between the name of a call and its arguments. */
const INNER_TOKEN = /<[|｜][\w▁ ]{1,40}[|｜]>/
const LEADING_TOKENS = /^(?:<[|｜][\w▁ ]{1,40}[|｜]>\s{0,9}){0,4}/
const FENCE = /```\w{0,20}/g

const withoutFence = (text: string): string => text.replaceAll(FENCE, '\n').trim()

function readSegment(written: string, tools: readonly SentTool[]): readonly WrittenCall[] {
  const segment = written.replace(LEADING_TOKENS, '')
  if (segment.startsWith('{') || segment.startsWith('[')) {
    const json = readCallJson(segment, tools, true) ?? readCallList(segment, tools)
    if (json !== null) return json
  }
  const pairs = [...segment.matchAll(PAIR)]
  const [leading = ''] = LEADING_NAME.exec(segment) ?? []
  if (pairs.length > 0) {
    const tool = findTool(tools, leading)
    const given = pairs.map(([, key = '', value = '']) => [key.trim(), toValue(key.trim(), value, tool)] as const)
    return [{ name: tool?.name ?? plainName(leading), tool, input: Object.fromEntries(given) }]
  }
  const called = readCallLines(segment, tools)
  if (called !== null) return called
  const parts = segment.split(INNER_TOKEN).map((part) => part.trim())
  const [first = '', ...others] = parts[0] === 'function' ? parts.slice(1) : parts
  return [readNamed([first, ...others].join('\n'), tools)]
}

/** GLM writes its arguments in pairs. */
const PAIR = /<arg_key>([^<]{1,100})<\/arg_key>\s{0,9}<arg_value>([^]*?)<\/arg_value>/g
const LEADING_NAME = /^[\w.:/-]{1,100}/

/** A name, and then JSON. */
function readNamed(text: string, tools: readonly SentTool[]): WrittenCall {
  const [written = ''] = LEADING_NAME.exec(text) ?? []
  const tool = findTool(tools, written)
  const begin = text.indexOf('{')
  const name = written === '' ? null : (tool?.name ?? plainName(written))
  if (begin === -1) return { name, tool, input: text === written ? {} : undefined }
  return { name, tool, input: inputOf(text.slice(begin)) }
}

/** Lines of `name(args)`, also with `.call` after the name. */
export function readCallLines(text: string, tools: readonly SentTool[]): readonly WrittenCall[] | null {
  const calls: WrittenCall[] = []
  for (let rest = text.replace('.call(', '('); rest !== '';) {
    const call = matchCall(rest, tools, true)
    if (typeof call === 'string') return null
    calls.push(call.result)
    rest = rest.slice(call.length).replace(/^[\s,;]+/, '')
  }
  return calls.length === 0 ? null : calls
}

/** `[name(args), name(args)]`. */
export function readCallList(text: string, tools: readonly SentTool[]): readonly WrittenCall[] | null {
  return text.startsWith('[') && text.endsWith(']') ? readCallLines(text.slice(1, -1).trim(), tools) : null
}

function readBlock(written: string, body: string, tools: readonly SentTool[]): WrittenCall {
  const tool = findTool(tools, written)
  const name = tool?.name ?? plainName(written)
  const parameters = [...body.matchAll(PARAMETER)]
  if (parameters.length > 0) {
    const given = parameters.map(([, key = '', other = '', value = '']) => {
      const parameter = key === '' ? other : key
      return [parameter, toValue(parameter, value, tool)] as const
    })
    return { name, tool, input: Object.fromEntries(given) }
  }
  const text = body.trim()
  if (text === '') return { name, tool, input: {} }
  return { name, tool, input: text.startsWith('{') ? inputOf(text) : undefined }
}

/** `<parameter=key>value</parameter>`, `<parameter name="key">value</parameter>` or `<key>value</key>`. */
const PARAMETER =
  /<(?:(?:parameter|param|arg)(?:=| {1,9}name {0,9}= {0,9})["']?([\w.-]{1,100})["']?[^<>]{0,60}|([\w-]{1,100}))>([^<]*)<\/[\w-]{1,100}>/g

/** Markup has only text: what is no text for the function is read as JSON. */
function toValue(parameter: string, written: string, tool: SentTool | undefined): Json {
  const value = written.trim()
  if (tool?.parameters.find(({ name }) => name === parameter)?.isText !== false) return value
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(value)) return Number(value)
  return /^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value
}
