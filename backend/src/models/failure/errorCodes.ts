import { isObject } from '../dialects/values.ts'

const CODES = [
  'reason',
  'code',
  'type',
  'status',
  'status_code',
  'statusCode',
  'error_code',
  'errorCode',
  'err_code',
  'error_type',
  '__type',
]
/** The objects of an error body that have codes, the innermost ones first. */
const NESTED = ['details', 'errors', 'innererror', 'error', 'base_resp', 'response', 'data']

const MAX_DEPTH = 4
const MAX_ITEMS = 5

/** All codes of a parsed error body, the most specific ones first. */
export function findCodes(body: unknown, depth = 0): readonly string[] {
  if (depth > MAX_DEPTH) return []
  if (Array.isArray(body)) return body.slice(0, MAX_ITEMS).flatMap((item) => findCodes(item, depth + 1))
  if (!isObject(body)) return []
  const { metadata } = body
  const isModerated = isObject(metadata) && metadata['reasons'] !== undefined
  const inner = NESTED.flatMap((name) => findCodes(body[name], depth + 1))
  const own = CODES.flatMap((name) => toCode(body[name]))
  return [...inner, ...own, ...(isModerated ? ['moderation'] : [])]
}

const LONGEST_CODE = 80

function toCode(value: unknown): readonly string[] {
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_CODE ? [value] : []
}
