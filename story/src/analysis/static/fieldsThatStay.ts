import { findDeclaration } from '../../expressions/entityFields.ts'
import { Computed } from '../../expressions/expression.ts'
import { callsIn } from '../../gamebook/flattenEffects.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { startValueOf } from '../../state/writableField.ts'
import { conjunctsOf, fieldTest } from './conjuncts.ts'
import { FieldWrites, type FieldWrite } from './fieldWrites.ts'
import { listEffects, type EffectList } from './effectLists.ts'
import { listExpressions } from './listExpressions.ts'
import { pathsIn } from './pathsIn.ts'
import { staticFinding, type FindStatic } from './staticContext.ts'

/** Finds fields that expressions read as if they could change: nothing gives them another value than their first. */
export const findFieldsThatStay: FindStatic = (context) => {
  const { gamebook, locations } = context
  const writes = new FieldWrites(gamebook, locations)
  const read = new Set(listExpressions(gamebook, locations).flatMap(({ expression }) => pathsIn(expression.root)))
  return [...read].flatMap((name) => {
    const [entityId = '', field = ''] = name.split('.')
    const start = storedStart(gamebook, entityId, field)
    const found = writes.of(entityId, field)
    if (start === undefined || found === null || !found.every((write) => writesOnly(write, start))) return []
    if (found.length === 0 && typeof start !== 'boolean') return []
    const value = JSON.stringify(start)
    const message = `"${name}" is read, but it is always ${value}${found.length === 0 ? ': nothing sets it' : ': every effect sets it to this value'}.`
    const hint = `Add an effect that gives it another value, or write ${value} where it is read.`
    const severity = found.length === 0 ? 'note' : 'warning'
    return [staticFinding(context, 'field-never-changes', locations.key(entityId, field), { message, hint }, severity)]
  })
}

/** The first value of a declared or custom field that the state stores; undefined for any other field. */
export function storedStart(gamebook: Gamebook, entityId: string, field: string): Json | undefined {
  const entity = gamebook.entities.get(entityId)
  if (entity === undefined) return undefined
  if (!entity.fields.has(field) && findDeclaration(gamebook, entity, field) === undefined) return undefined
  const start = startValueOf(gamebook, entity, field)
  return start instanceof Computed ? undefined : start
}

function writesOnly(write: FieldWrite, value: Json): boolean {
  return write.kind === 'constant' && write.value === value
}

/** Finds triggers that wait for the first value of a field that never returns to it: they fire at the start only. */
export const findFieldsNeverReset: FindStatic = (context) => {
  const { gamebook, locations } = context
  // Where a story can start over, every field gets its first value back.
  if (canStartOver(listEffects(gamebook, locations))) return []
  const writes = new FieldWrites(gamebook, locations)
  return gamebook.triggers.flatMap(({ id, condition }) => {
    const conjuncts = conjunctsOf(condition)
    const test = conjuncts[0] === undefined || conjuncts.length > 1 ? undefined : fieldTest(conjuncts[0])
    if (test === undefined || condition.terms.length > 1) return []
    const { entityId, field, value } = test
    const found = writes.of(entityId, field)
    const leaves = found?.every((write) => write.kind === 'constant' && write.value !== value) === true
    if (storedStart(gamebook, entityId, field) !== value || found?.length === 0 || !leaves) return []
    const message = `The trigger "${id}" waits until "${entityId}.${field}" is ${JSON.stringify(value)} again, but nothing sets it back.`
    const hint = 'Add an effect that sets it back, or test the other value.'
    return [staticFinding(context, 'field-never-reset', locations.trigger(id), { message, hint })]
  })
}

function canStartOver(lists: readonly EffectList[]): boolean {
  return lists.some(({ effects }) => callsIn(effects).some(({ action }) => action === 'core/reset-game'))
}
