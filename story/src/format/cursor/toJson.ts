import { isMap, isSeq } from 'yaml'
import type { Json } from '../../json.ts'
import { elementsOf, type Cursor } from './cursor.ts'
import { mappingEntries } from './mappingEntries.ts'

/** The value as plain JSON; null for an unreadable value. */
export function toJson(cursor: Cursor): Json {
  const { node, kind } = cursor
  if (isSeq(node)) return elementsOf(cursor).map(toJson)
  if (isMap(node)) return Object.fromEntries(mappingEntries(cursor).map(({ key, value }) => [key, toJson(value)]))
  const value = kind === 'unreadable' ? null : node?.value
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
