import { improvisations } from '../../keys/gamebookKeys.ts'
import type { Cursor } from '../../cursor/cursor.ts'
import { mappingEntries } from '../../cursor/mappingEntries.ts'
import { openMapping } from '../../cursor/mappingReader.ts'
import type { ValueShape } from '../../cursor/newerKeys.ts'
import { listOf, located, oneOf, text } from '../../cursor/readers.ts'
import type { ImprovisationDraft } from '../draft.ts'

export const FLAVOR: ImprovisationDraft = { kind: 'flavor' }

export const IMPROVISATION: ValueShape = {
  what: 'none, flavor, or {fields: […]}',
  fits: (cursor) => isKind(cursor) || isOnlyFields(cursor),
}

export function readImprovisation(cursor: Cursor): ImprovisationDraft | undefined {
  if (cursor.kind !== 'mapping') {
    const kind = oneOf(...improvisations)(cursor)
    return kind && { kind }
  }
  const fields = openMapping(cursor)?.required('fields', listOf(located(text)))
  return fields && { kind: 'fields', fields }
}

const isKind = ({ node }: Cursor): boolean =>
  node?.kind === 'scalar' && improvisations.some((kind) => kind === node.value)

function isOnlyFields(cursor: Cursor): boolean {
  const entries = cursor.kind === 'mapping' ? mappingEntries(cursor) : []
  return entries.length === 1 && entries.every(({ key, value }) => key === 'fields' && value.kind === 'list')
}
