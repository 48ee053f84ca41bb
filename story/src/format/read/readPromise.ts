import type { PlotPromise } from '../../gamebook/gamebook.ts'
import { openMapping } from '../cursor/mappingReader.ts'
import { condition } from '../cursor/readExpressions.ts'
import { text, type Reader } from '../cursor/readers.ts'

export const promise: Reader<PlotPromise> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const id = keys.required('id', text)
  const sentence = keys.required('text', text)
  const kept = keys.required('kept', condition)
  keys.reportUnknownKeys()
  return id === undefined || sentence === undefined || kept === undefined ? undefined : { id, text: sentence, kept }
}
