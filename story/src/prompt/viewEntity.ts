import { readField } from '../state/readField.ts'
import type { Entity, EntityType, FieldDeclaration } from '../gamebook/gamebook.ts'
import { withFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isList } from '../expressions/kindOf.ts'
import { dayAt, minutesOf, timeOfDayAt } from '../traits/clock/time.ts'
import { renderDescription, renderName } from '../traits/described/prompt.ts'
import { holderOf } from '../traits/item/holder.ts'
import { formatElements, formatFieldValue } from '../traits/formatFieldValue.ts'
import type { ClockView, EntityView, FieldView } from './view.ts'
import { viewDetails } from './viewDetails.ts'

export function viewEntity(world: World, type: EntityType, entity: Entity, report: ReportFailure): EntityView {
  return {
    id: entity.id,
    typeName: type.name,
    name: renderName(world, entity, report),
    description: renderDescription(world, entity, report),
    isNode: entity.graphNode !== undefined,
    isConstant: !entity.secret && entity.described?.enabled === null,
    isItem: entity.item !== undefined,
    isContainer: entity.container !== undefined,
    heldBy: entity.item === undefined ? null : (holderOf(world, entity)?.id ?? null),
    fields: [...type.fields].flatMap(([field, declaration]) => viewField(world, entity, field, declaration, report)),
    details: viewDetails(world, entity, report),
  }
}

/** Empty for a field without a label, and for one that neither the status panel nor the narrator receives. */
function viewField(
  world: World,
  { id }: Entity,
  field: string,
  declaration: FieldDeclaration,
  report: ReportFailure,
): readonly FieldView[] {
  const { label, type, max, show, tell } = declaration
  if (label === null || (show === 'hidden' && !tell)) return []
  const read = () => {
    const value = readField(world, id, field)
    const isPlain = typeof value === 'number' || typeof value === 'boolean'
    return {
      value: isPlain ? value : null,
      values: isList(value) ? formatElements(world, declaration, value) : [formatFieldValue(world, declaration, value)],
    }
  }
  const shown = withFallback<Pick<FieldView, 'value' | 'values'> | null>(read, null, `${id}.${field}`, report)
  return shown === null ? [] : [{ label, type, ...shown, max }]
}

export function viewClock(world: World, entity: Entity): readonly ClockView[] {
  const { id, clock } = entity
  if (clock === undefined) return []
  const minutes = minutesOf(world, id, clock)
  return [{ id, minutes, day: dayAt(clock, minutes), timeOfDay: timeOfDayAt(clock, minutes) }]
}
