import { elementsOf, type Cursor } from './cursor.ts'
import { entriesByKey } from './mappingEntries.ts'

/** Whether a type of the gamebook has the trait "speaker", written as a text or as a mapping with its name. */
export function hasSpeakers(root: Cursor): boolean {
  return listAt(root, 'entity_types').some((type) => listAt(type, 'traits').some(isSpeaker))
}

function listAt(cursor: Cursor, key: string): readonly Cursor[] {
  const value = entriesByKey(cursor).get(key)?.value
  return value === undefined ? [] : elementsOf(value)
}

function isSpeaker(cursor: Cursor): boolean {
  const { node } = cursor
  const name = node?.kind === 'map' ? entriesByKey(cursor).get('name')?.value.node : node
  return name?.kind === 'scalar' && name.value === 'speaker'
}
