import type { Goal, Invariant } from '../../../gamebook/gamebook.ts'
import { openMapping, type MappingReader } from '../../cursor/mappingReader.ts'
import { condition } from '../../cursor/readExpressions.ts'
import { boolean, type Reader } from '../../cursor/readers.ts'
import { limits } from '../../diagnostics/limits.ts'
import { shortText } from './shortText.ts'

export const invariant: Reader<Invariant> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const read = readNamedCondition(keys)
  keys.reportUnknownKeys()
  return read
}

export const goal: Reader<Goal> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const read = readNamedCondition(keys)
  const always = keys.optional('always', boolean, false)
  keys.reportUnknownKeys()
  return read && { ...read, always }
}

function readNamedCondition(keys: MappingReader): Invariant | undefined {
  const name = keys.optional('name', shortText('name', limits.nameCharacters), null)
  const holds = keys.required('condition', condition)
  return holds && { name, condition: holds }
}
