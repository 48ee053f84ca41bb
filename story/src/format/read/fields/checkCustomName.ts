import { nearest } from '../../../names/nearest.ts'
import type { Cursor } from '../../cursor/cursor.ts'
import { report } from '../../diagnostics/reporter.ts'
import { synonymOf } from '../../diagnostics/synonyms.ts'
import type { MappingEntry } from '../../cursor/mappingEntries.ts'

const IF_MEANT = 'If you meant a custom field, ignore this warning.'

/**
 * Warns of a custom field whose name is, or almost is, a key that means something else.
 * @param absent the known keys that the entity does not have
 */
export function checkCustomName(
  { key, keyLocation, value }: MappingEntry,
  known: readonly string[],
  absent: ReadonlySet<string>,
): void {
  const isSingle = value.kind !== 'mapping' && value.kind !== 'list' && value.kind !== 'null'
  const remedy = isSingle ? undefined : TYPE_KEYS.get(key)
  const meant = known.includes(key) ? undefined : (nearest(key, known) ?? synonymFor(key, value, absent))
  if (remedy === undefined && meant === undefined) return
  keyLocation.reporter.noteMisspelling(keyLocation, key, absent)
  const message = `"${key}" is treated as a custom field.`
  const hint = remedy === undefined ? `Did you mean "${meant}"? If not, ignore this warning.` : `${remedy} ${IF_MEANT}`
  report(keyLocation, 'near-miss-field', message, hint)
}

/** Only with a value that the key could have: other fields may well have such names. */
function synonymFor(key: string, { kind }: Cursor, absent: ReadonlySet<string>): string | undefined {
  const synonym = synonymOf(key, absent)
  return synonym === 'edges' ? (kind === 'list' ? synonym : undefined) : synonym === 'description' ? synonym : undefined
}

/** Keys of an entity type that hold several values, and where they belong. */
const TYPE_KEYS: ReadonlyMap<string, string> = new Map([
  ['fields', 'Fields are declared in the entity type, next to "entities"; an entity only sets their values.'],
  ['traits', 'Traits belong to the entity type, next to "entities".'],
  ['entities', 'Entities belong to an entity type: check the indentation of this line.'],
])
