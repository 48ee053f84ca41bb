import type { FieldDeclaration } from '../../gamebook/gamebook.ts'
import type { FieldDraft, FieldReference } from '../read/draft.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { suggest } from '../diagnostics/suggestion.ts'
import { findEntity, ofType } from './findEntity.ts'
import type { Scope } from './scope.ts'

/** The declarations of a type, with the types and entities that they name looked up. */
export function resolveFields(
  fields: ReadonlyMap<string, FieldDraft>,
  scope: Scope,
): ReadonlyMap<string, FieldDeclaration> {
  return new Map(
    [...fields].map(([name, { declaration, of, references }]) => {
      if (of !== null) isKnownType(of, scope)
      checkReferences(references, scope)
      return [name, declaration]
    }),
  )
}

/** Reports entities that a declared field names and that do not exist, or are of another type. */
export function checkReferences(references: readonly FieldReference[], scope: Scope): void {
  for (const { id, typeId } of references) findEntity(id, scope, ofType(typeId, scope))
}

/** Whether the type exists; reported if it does not. */
export function isKnownType({ value, location }: Located<string>, { draft, types }: Scope): boolean {
  if (types.has(value)) return true
  if (draft.complete && draft.types.every(({ id }) => id !== null)) {
    const hint = suggest(value, types.keys(), 'Write the id of an entity type of this gamebook.')
    report(location, 'unknown-type', `There is no entity type "${value}".`, hint)
  }
  return false
}
