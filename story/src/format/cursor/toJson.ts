import type { Json } from '../../json.ts'
import { elementsOf, type Cursor } from './cursor.ts'
import { mappingEntries } from './mappingEntries.ts'

/** The value as plain JSON; null for an unreadable value. */
export function toJson(cursor: Cursor): Json {
  const { node, kind } = cursor
  if (kind === 'list') return elementsOf(cursor).map(toJson)
  if (kind === 'mapping')
    return Object.fromEntries(mappingEntries(cursor).map(({ key, value }) => [key, toJson(value)]))
  return kind !== 'unreadable' && node?.kind === 'scalar' ? node.value : null
}
