import type { FieldDeclaration } from '../../../gamebook/gamebook.ts'
import { elementsOf, type Cursor } from '../../cursor/cursor.ts'
import type { FieldReference } from '../draft.ts'
import type { Located } from '../../diagnostics/sourceLocation.ts'

/** The entities that the value of a declared field names. What has the wrong type is reported elsewhere. */
export function readReferences(
  cursor: Cursor | undefined,
  { type, of }: Pick<FieldDeclaration, 'type' | 'of'>,
): readonly FieldReference[] {
  if (cursor === undefined || (type !== 'entity' && type !== 'entities')) return []
  const written = type === 'entity' ? [cursor] : elementsOf(cursor)
  return written.flatMap(readId).map((id) => ({ id, typeId: of }))
}

function readId(cursor: Cursor): Located<string>[] {
  const id = cursor.kind === 'text' && cursor.node !== null && 'value' in cursor.node ? cursor.node.value : null
  if (typeof id !== 'string' || (id.startsWith('=') && !id.startsWith('=='))) return []
  return [{ value: id, location: cursor }]
}
