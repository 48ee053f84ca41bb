import type { Json } from '@llm-gamebook/story'

import { Json as JsonSchema, parseJson } from '../../json.ts'
import { readArguments } from '../../models/dialects/callArguments.ts'
import { splitJson } from '../../models/dialects/jsonValues.ts'
import { isObject, type Fields } from '../../models/dialects/values.ts'
import { repairArguments } from '../../models/dialects/repairArguments.ts'
import type { SentTool } from './parsedPiece.ts'
import { findTool, looksLikeFunction, plainName } from './toolNames.ts'

/** A call as a model wrote it; without input it can't run. */
export interface WrittenCall {
  readonly name: string | null
  readonly tool: SentTool | undefined
  readonly input: Json | undefined
}

export const NAME_KEYS = ['name', 'function', 'function_name', 'tool', 'tool_name', 'action', 'recipient_name']
export const ARGUMENT_KEYS = ['arguments', 'parameters', 'args', 'params', 'input', 'tool_input', 'action_input']
export const LIST_KEYS = ['tool_calls', 'tool_uses', 'function_call', 'function_calls', 'calls', 'tool_call']
export const OTHER_KEYS = ['type', 'id', 'call_id', 'index', 'thought', 'reasoning']

/**
 * The calls that JSON stands for: null if it is anything else.
 * @param isMarked whether markup says that it is a call, so that a name alone is one
 */
export function readCallJson(
  text: string,
  tools: readonly SentTool[],
  isMarked: boolean,
): readonly WrittenCall[] | null {
  const values = parseValues(text)
  if (values === null || values.length === 0) return null
  const calls = values.map((value) => callsIn(value, tools, isMarked))
  return calls.some((each) => each === null) ? null : calls.flatMap((each) => each ?? [])
}

/** One value, or several after one another. */
function parseValues(text: string): readonly unknown[] | null {
  const whole = parseLoosely(text)
  if (whole !== undefined) return [whole]
  const { values, isCut } = splitJson(text)
  if (isCut || values.length < 2) return null
  const parsed = values.map(parseLoosely)
  return parsed.includes(undefined) ? null : parsed
}

function parseLoosely(text: string): unknown {
  const value = parseJson(text)
  if (value !== undefined) return value
  const repaired = repairArguments(text)
  return repaired === undefined ? undefined : parseJson(repaired)
}

function callsIn(value: unknown, tools: readonly SentTool[], isMarked: boolean): readonly WrittenCall[] | null {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => callsIn(item, tools, isMarked))
    return items.length === 0 || items.includes(null) ? null : items.flatMap((item) => item ?? [])
  }
  if (!isObject(value)) return null
  const list = LIST_KEYS.find((key) => typeof value[key] === 'object' && value[key] !== null)
  if (list !== undefined) return callsIn(value[list], tools, true)
  if (isObject(value.function)) return callsIn(value.function, tools, true)
  return callOf(value, tools, isMarked) ?? callByKey(value, tools)
}

function callOf(value: Fields, tools: readonly SentTool[], isMarked: boolean): readonly WrittenCall[] | null {
  const nameKey = NAME_KEYS.find((key) => typeof value[key] === 'string')
  const written = nameKey === undefined ? undefined : value[nameKey]
  if (nameKey === undefined || typeof written !== 'string') return null
  const tool = findTool(tools, written)
  const name = tool?.name ?? plainName(written)
  const argumentsKey = ARGUMENT_KEYS.find((key) => key in value)
  if (argumentsKey !== undefined) {
    if (tool === undefined && !isMarked && !(looksLikeFunction(name) && hasOnlyKnownKeys(value))) return null
    return [{ name, tool, input: inputOf(value[argumentsKey]) }]
  }
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== nameKey && !OTHER_KEYS.includes(key)))
  const namesParameters = Object.keys(rest).every((key) => tool?.parameters.some((each) => each.name === key))
  const isCall = isMarked || (tool !== undefined && Object.keys(rest).length > 0 && namesParameters)
  return isCall ? [{ name, tool, input: inputOf(rest) }] : null
}

/** The name of a function as a key, with its arguments. */
function callByKey(value: Fields, tools: readonly SentTool[]): readonly WrittenCall[] | null {
  const entries = Object.entries(value)
  const calls = entries.flatMap(([key, input]) => {
    const tool = tools.find(({ name }) => name === key)
    return tool === undefined || !isObject(input) ? [] : [{ name: tool.name, tool, input: inputOf(input) }]
  })
  return entries.length > 0 && calls.length === entries.length ? calls : null
}

const hasOnlyKnownKeys = (value: Fields): boolean =>
  Object.keys(value).every((key) => [...NAME_KEYS, ...ARGUMENT_KEYS, ...OTHER_KEYS].includes(key))

/** Only an object counts, which may be encoded as text. */
export function inputOf(given: unknown): Json | undefined {
  if (given === null) return {}
  if (isObject(given)) return JsonSchema.parse(given)
  if (typeof given !== 'string') return undefined
  const read = readArguments(given)
  if (read.state === 'empty') return {}
  return read.state === 'complete' ? JsonSchema.parse(JSON.parse(read.json)) : undefined
}
