import type { PlotPromise } from '../../gamebook/gamebook.ts'
import { openMapping } from '../cursor/mappingReader.ts'
import { condition } from '../cursor/readExpressions.ts'
import { text, type Reader } from '../cursor/readers.ts'
import { simpleId } from './simpleId.ts'

export const promise: Reader<PlotPromise> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const id = keys.required('id', simpleId('promise'))
  const sentence = keys.required('text', text)
  const kept = keys.required('kept', condition)
  keys.reportUnknownKeys()
  if (id === undefined || sentence === undefined || kept === undefined) return undefined
  const made = { id: id.value, text: sentence, kept }
  cursor.file.promises.push({ value: made, location: id.location })
  return made
}
