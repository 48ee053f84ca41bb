import type { Entity } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Json } from '../json.ts'
import { writeField, type FieldWrite } from '../state/change.ts'
import { findMisfit } from '../state/fitsField.ts'
import { allow, refuse, type Verdict } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import type { WritableField } from '../state/writableField.ts'
import type { Action } from './action.ts'
import { fixedText } from './writeRecorder.ts'

export const WRONG_TYPE = refuse('wrong-type', 'That value is not allowed there.')

/** Writing an unchanged list is allowed even if a later declaration excludes one of its elements. */
export function writeValue(
  { gamebook }: World,
  found: WritableField,
  value: Json,
  options: Pick<FieldWrite, 'clamped'> = {},
): Verdict {
  const { entity, field, declaration } = found
  if (isJsonList(value) && value === found.readValue()) return allow({ kind: 'write', fields: [] })
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

/** Records a write to every field that a payload with `entity_id` and `field` can name. */
export const recordFields: Action['recordWrites'] = ({ subjects, args }, recorder) => {
  const fixed = fixedText(args, 'field')
  for (const entity of subjects) {
    const names = fieldNames(entity, recorder.gamebook)
    for (const name of names) if (fixed === null || fixed === name) recorder.writeField(entity.id, name)
  }
}

function fieldNames({ typeId, fields }: Entity, gamebook: World['gamebook']): readonly string[] {
  const declared = indexOf(gamebook).types.get(typeId)?.fields.keys() ?? []
  return [...new Set([...declared, ...fields.keys()])]
}
