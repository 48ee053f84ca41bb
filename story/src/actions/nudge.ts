import { findDeclaration } from '../expressions/entityFields.ts'
import type { FieldName, NudgeCall } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import { refuse, type Payload, type Verdict } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { isVisible } from '../traits/visibility.ts'
import { addExactly } from './stateActions.ts'

/** Adds one to a field, or takes one from it, once in a turn. At a limit of the field it is refused. */
export function checkNudge(world: World, call: NudgeCall, payload: Payload): Verdict {
  const { field: written = null, by: amount = null, because = null } = payload
  const named = call.fields.find((field) => nameOf(field) === written)
  if (named === undefined || (amount !== 1 && amount !== -1)) return refuse('bad-arguments', 'That cannot be changed.')
  const args = { entity_id: named.entityId, field: named.field, amount, because }
  if (world.state.nudged === true) return { args, ...ONCE }
  const added = addExactly(world, args)
  if (added.refusal !== null) return { args, ...added }
  const { change } = added.enact(world)
  if (change.kind !== 'write' || change.fields.some(({ clamped }) => clamped === true)) return { args, ...AT_LIMIT }
  return { ...added, args, enact: () => ({ change: { ...change, nudged: true }, after: [] }) }
}

const ONCE = refuse('not-enabled', 'Only one small change is possible per turn.')
const AT_LIMIT = refuse('out-of-range', 'It cannot go any further.')

/** The fields of visible entities, as the parameter of the function names them. */
export function nudgeableFields(world: World, fields: readonly FieldName[], report: ReportFailure): readonly string[] {
  return visibleFields(world, fields, report).map(nameOf)
}

/** Whether a value names one of them. */
export function isNudgeable(world: World, fields: readonly FieldName[], value: Json, report: ReportFailure): boolean {
  const named = fields.filter((field) => nameOf(field) === value)
  return visibleFields(world, named, report).length > 0
}

/** `player.nerve: Nerve`, for the fields with a label. */
export function labelsOfFields(world: World, fields: readonly FieldName[], report: ReportFailure): readonly string[] {
  return visibleFields(world, fields, report).flatMap((field) => {
    const entity = world.gamebook.entities.get(field.entityId)
    const label = entity && findDeclaration(world.gamebook, entity, field.field)?.label
    return label == null ? [] : [`${nameOf(field)}: ${label}`]
  })
}

function visibleFields(world: World, fields: readonly FieldName[], report: ReportFailure): readonly FieldName[] {
  return fields.filter(({ entityId }) => {
    const entity = world.gamebook.entities.get(entityId)
    return entity !== undefined && isVisible(world, entity, report)
  })
}

function nameOf({ entityId, field }: FieldName): string {
  return `${entityId}.${field}`
}
