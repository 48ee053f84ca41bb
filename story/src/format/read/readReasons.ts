import type { Reason } from '../../gamebook/gamebook.ts'
import { openMapping } from '../cursor/mappingReader.ts'
import { condition } from '../cursor/readExpressions.ts'
import { listOf, text, type Reader } from '../cursor/readers.ts'

/** `otherwise`: one text, or a list of reasons with conditions. */
export const reasons: Reader<readonly Reason[]> = (cursor) => {
  if (cursor.kind === 'list') return listOf(reason)(cursor)
  if (cursor.kind === 'null') return []
  const only = text(cursor)
  return only === undefined ? undefined : [{ if: null, text: only }]
}

const reason: Reader<Reason> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const applies = keys.optional('if', condition, null)
  const given = keys.required('text', text)
  keys.reportUnknownKeys()
  return given === undefined ? undefined : { if: applies, text: given }
}
