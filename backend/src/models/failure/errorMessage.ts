import { isObject } from '../dialects/values.ts'

/** The fields of error bodies that hold words, the most telling ones first. */
const WORDS = [
  'error',
  'message',
  'msg',
  'detail',
  'details',
  'error_message',
  'errorMessage',
  'error_msg',
  'errmsg',
  'err_msg',
  'status_msg',
  'base_resp',
  'error_description',
  'description',
  'errors',
  'fault',
  'faultstring',
  'reason',
  'title',
  'response',
  'data',
]

/** Says no more than a status does. */
const GENERIC =
  /^(error|provider returned error|upstream error|unknown error|bad request|unauthorized|forbidden|not found|internal server error|bad gateway|service unavailable|too many requests|unprocessable entity|openai_error|http_error)\.?$/i

const MAX_DEPTH = 6

/** The words of a parsed error body, whatever its dialect; null if it has none. */
export function findMessage(body: unknown): string | null {
  const found = listWords(body, 0)
  return found.find((words) => !GENERIC.test(words)) ?? found[0] ?? null
}

function listWords(value: unknown, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return []
  if (typeof value === 'string') return listWordsOfText(value, depth)
  if (Array.isArray(value)) return listWordsOfList(value, depth)
  if (!isObject(value)) return []
  const { metadata } = value
  // Routers pass on the error of the provider behind them.
  const raw = isObject(metadata) ? listWords(metadata['raw'], depth + 1) : []
  return [...raw, ...WORDS.flatMap((name) => listWords(value[name], depth + 1))]
}

const MAX_ITEMS = 5

function listWordsOfList(list: readonly unknown[], depth: number): readonly string[] {
  const items = list.slice(0, MAX_ITEMS).flatMap((item) => listWords(item, depth + 1)[0] ?? [])
  return items.length === 0 ? [] : [items.join('; ')]
}

function listWordsOfText(text: string, depth: number): readonly string[] {
  const trimmed = text.trim()
  if (trimmed === '') return []
  const inner = parseInner(trimmed)
  const found = inner === undefined ? readQuoted(trimmed) : (listWords(inner, depth + 1)[0] ?? null)
  return [found ?? trimmed]
}

/** JSON in a text, alone or after the name of an exception. */
function parseInner(text: string): unknown {
  const start = text.search(/[{[]/)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  if (start === -1 || end < start) return undefined
  try {
    const parsed: unknown = JSON.parse(text.slice(start, end + 1))
    return isObject(parsed) || Array.isArray(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

const QUOTED = /["'](?:message|detail)["']\s{0,4}:\s{0,4}(?:"((?:[^"\\]|\\.){1,2000})|'((?:[^'\\]|\\.){1,2000}))/

/** The message in JSON that was cut off, or in the notation of Python. */
export function readQuoted(text: string): string | null {
  const [, double, single] = QUOTED.exec(text) ?? []
  return (double ?? single)?.replaceAll(/\\(["'\\])/g, '$1').replaceAll(/\\[nrt]/g, ' ') ?? null
}
