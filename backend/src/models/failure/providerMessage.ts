import { isObject } from '../dialects/values.ts'
import { findCodes } from './errorCodes.ts'
import { findMessage, readQuoted } from './errorMessage.ts'
import { pageText } from './pageText.ts'

/** The content of an error body, whatever its dialect and content type. */
export interface ProviderMessage {
  readonly message: string | null
  readonly codes: readonly string[]
  readonly parameter: string | null
  readonly retryDelay: string | null
  readonly requestId: string | null
  /** A web page in place of an answer of an API. */
  readonly isPage: boolean
}

/** Longer bodies are cut: real ones are shorter. */
const MOST_READ = 64 * 1024
const LONGEST_MESSAGE = 4000

export function readProviderMessage(given: string): ProviderMessage {
  const body = given.slice(0, MOST_READ)
  const parsed = parseBody(body)
  if (parsed === undefined) return readText(body)
  return {
    message: cut(findMessage(parsed) ?? (isObject(parsed) ? body : null)),
    codes: findCodes(parsed),
    parameter: findText(parsed, ['param', 'parameter', 'field']) ?? findLocation(parsed),
    retryDelay: findText(parsed, ['retryDelay']),
    requestId: findText(parsed, ['request_id', 'requestId']),
    isPage: false,
  }
}

function readText(body: string): ProviderMessage {
  const isPage = /^\s*<(!doctype|html|head|body|\?xml|center|h1|title|style)/i.test(body.slice(0, 200))
  const message = readQuoted(body) ?? pageText(body)
  return { message: cut(message), codes: [], parameter: null, retryDelay: null, requestId: null, isPage }
}

function cut(message: string | null): string | null {
  const text = message?.trim() ?? ''
  return text === '' ? null : text.slice(0, LONGEST_MESSAGE)
}

/** One JSON document, or the first one among the lines or events of a stream. */
function parseBody(body: string): unknown {
  const whole = parseJson(body)
  if (whole !== undefined) return whole
  const lines = body.split(/[\r\n]+/, MOST_LINES).map((line) => line.replace(/^data: ?/, ''))
  return lines.map(parseJson).find(isObject)
}

const MOST_LINES = 20

function parseJson(text: string): unknown {
  if (!/^\uFEFF?\s{0,100}[{["]/.test(text)) return undefined
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const MAX_DEPTH = 5

/** The first text under one of the names, at any depth. */
function findText(value: unknown, names: readonly string[], depth = 0): string | null {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return null
  if (isObject(value)) {
    const own = names.map((name) => value[name]).find((text) => typeof text === 'string' && text !== '')
    if (typeof own === 'string') return own
  }
  for (const inner of Object.values(value).slice(0, MOST_LINES)) {
    const found = findText(inner, names, depth + 1)
    if (found !== null) return found
  }
  return null
}

/** The last field of `loc`, in the errors of servers that validate with Pydantic. */
function findLocation(value: unknown, depth = 0): string | null {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return null
  const loc = isObject(value) ? value['loc'] : undefined
  const field: unknown = Array.isArray(loc) ? loc.findLast((name) => typeof name === 'string') : undefined
  if (typeof field === 'string') return field
  for (const inner of Object.values(value).slice(0, MOST_LINES)) {
    const found = findLocation(inner, depth + 1)
    if (found !== null) return found
  }
  return null
}
