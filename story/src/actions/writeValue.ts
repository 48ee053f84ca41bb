import { findDeclaration } from '../expressions/entityFields.ts'
import type { Computed } from '../expressions/expression.ts'
import type { Entity, FieldDeclaration } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Json } from '../json.ts'
import { writeField, type FieldWrite } from '../state/change.ts'
import { findMisfit } from '../state/fitsField.ts'
import { allow, refuse, type Verdict } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import type { WritableField } from '../state/writableField.ts'
import { fixedText, type FieldAccess, type StaticCall } from './access.ts'
import type { Action } from './action.ts'

export const WRONG_TYPE = refuse('wrong-type', 'That value is not allowed there.')

/** Writing an unchanged list is allowed even if a later declaration excludes one of its elements. */
export function writeValue(
  { gamebook }: World,
  { entity, field, declaration, value: before }: WritableField,
  value: Json,
  options: Pick<FieldWrite, 'clamped'> = {},
): Verdict {
  if (isJsonList(value) && value === before) return allow({ kind: 'write', fields: [] })
  const plain = Object.is(value, -0) ? 0 : value
  const misfit = findMisfit(plain, declaration, gamebook)
  if (misfit === 'wrong-type') return WRONG_TYPE
  if (misfit === 'out-of-range') return refuse('out-of-range', 'That is outside the allowed range.')
  const change = writeField(entity.id, field, plain)
  return allow(
    options.clamped === true
      ? { ...change, fields: change.fields.map((write) => ({ ...write, clamped: true })) }
      : change,
  )
}

export function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

interface StaticField {
  /** Undefined for a custom field. */
  readonly declaration: FieldDeclaration | undefined
  readonly start: Json | Computed | undefined
}

/** Records a write to every field that a payload with `entity_id` and `field` can name. */
export function recordFields(
  accessOf: (field: StaticField, args: StaticCall['args']) => FieldAccess,
): Action['recordAccess'] {
  return ({ subjects, args }, access) => {
    const fixed = fixedText(args, 'field')
    for (const entity of subjects) {
      for (const name of fixed === null ? fieldNames(entity, access.gamebook) : [fixed]) {
        const field = { declaration: findDeclaration(access.gamebook, entity, name), start: entity.fields.get(name) }
        if (field.declaration === undefined && field.start === undefined) continue
        access.writeField(entity.id, name, accessOf(field, args))
      }
    }
  }
}

/** Whether the field's current value can make the engine refuse a change. */
export function decidesRefusal({ declaration }: StaticField): boolean {
  if (declaration === undefined) return true
  return declaration.onBound === 'refuse' || declaration.type === 'list' || declaration.type === 'entities'
}

function fieldNames({ typeId, fields }: Entity, gamebook: World['gamebook']): readonly string[] {
  const declared = indexOf(gamebook).types.get(typeId)?.fields.keys() ?? []
  return [...new Set([...declared, ...fields.keys()])]
}
