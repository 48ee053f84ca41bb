import type { FieldName, Improvisation } from '../../gamebook/gamebook.ts'
import type { ImprovisationDraft } from '../read/draft.ts'
import { report } from '../diagnostics/reporter.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import { findEntity, ofType } from './findEntity.ts'
import type { Scope } from './scope.ts'

export function resolveImprovisation(draft: ImprovisationDraft, scope: Scope): Improvisation {
  if (draft.kind !== 'fields') return draft
  return { kind: 'fields', fields: draft.fields.flatMap((written) => resolveField(written, scope) ?? []) }
}

/** Only a declared integer with both bounds can change a little at a time. */
function resolveField({ value, location }: Located<string>, scope: Scope): FieldName | undefined {
  const [entityId = '', field = '', ...rest] = value.split('.')
  const entity = findEntity({ value: entityId, location }, scope, ofType(null, scope))
  if (entity === undefined) return undefined
  const declaration = entity.type.fields.get(field)?.declaration
  if (rest.length > 0 || declaration?.type !== 'integer' || declaration.min === null || declaration.max === null) {
    const message = `"${value}" is not a declared integer with "min" and "max".`
    report(location, 'bad-value', message, 'Name such a field, as in "player.nerve".')
    return undefined
  }
  return { entityId, field }
}
