import { elementsOf } from '../reading/cursor.ts'
import type { MappingReader } from '../reading/mappingReader.ts'
import { notSupportedYet } from './notSupportedYet.ts'
import { wrongType } from '../reading/readers.ts'

/** Triggers are not played yet: a type or an entity that has some says so. */
export function readTriggers(keys: MappingReader): void {
  const entry = keys.entry('triggers')
  if (entry === undefined || entry.value.kind === 'null') return
  if (entry.value.kind !== 'list') wrongType(entry.value, 'a list of triggers')
  else if (elementsOf(entry.value).length > 0) notSupportedYet(entry.keyPlace, 'triggers')
}
