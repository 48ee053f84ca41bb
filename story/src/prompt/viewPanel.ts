import { isList } from '../expressions/kindOf.ts'
import { isTruthy } from '../expressions/evaluate/truth.ts'
import type { Text } from '../expressions/expression.ts'
import type { Entity, FieldDeclaration } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { readField } from '../state/readField.ts'
import { renderOrFallback, withFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { dayAt, minutesOf, timeOfDayAt } from '../traits/clock/time.ts'
import { itemsIn } from '../traits/container/itemsIn.ts'
import { renderDescription, renderName } from '../traits/described/prompt.ts'
import { formatElements, formatFieldValue } from '../traits/formatFieldValue.ts'
import { isOpen, isPresent, isRevealedAndEnabled } from '../traits/visibility.ts'
import { findInventories } from '../play/findInventories.ts'
import type { InventoryItemView, ClockView, PanelFieldView, PanelView } from './panel.ts'

/** A place's fields are shown only while the player is there. */
export function viewPanel(world: World, report: ReportFailure): PanelView {
  return {
    clocks: indexOf(world.gamebook).clocks.flatMap((clock) => viewClock(world, clock, report)),
    fields: world.gamebook.entityTypes.flatMap(({ entities, fields }) => {
      const shown = [...fields].filter(([, { show }]) => show !== 'hidden')
      if (shown.length === 0) return []
      return entities
        .filter((entity) => isPresent(world, entity, report))
        .flatMap((entity) => shown.map(([field, declaration]) => viewField(world, entity, field, declaration, report)))
    }),
    inventory: findInventories(world)
      .filter((inventory) => isRevealedAndEnabled(world, inventory, report) && isOpen(world, inventory, report))
      .map((inventory) => ({
        entityId: inventory.id,
        entity: nameOf(world, inventory, report),
        capacity: inventory.container?.capacity ?? null,
        items: viewItems(world, inventory, report, 0),
      })),
  }
}

function viewClock(world: World, entity: Entity, report: ReportFailure): readonly ClockView[] {
  const { id, clock } = entity
  if (clock === undefined || !isPresent(world, entity, report)) return []
  const minutes = minutesOf(world, id, clock)
  const entityName = nameOf(world, entity, report)
  return [{ entityId: id, entity: entityName, day: dayAt(clock, minutes), time: timeOfDayAt(clock, minutes) }]
}

function viewField(
  world: World,
  entity: Entity,
  field: string,
  declaration: FieldDeclaration,
  report: ReportFailure,
): PanelFieldView {
  const { label, show, min, max, caption } = declaration
  const read = () => {
    const value = readField(world, entity.id, field)
    return { value, text: formatFieldValue(world, declaration, value) }
  }
  const { value, text } = withFallback(read, { value: null, text: '(error)' }, `${entity.id}.${field}`, report)
  const common = {
    entityId: entity.id,
    entity: nameOf(world, entity, report),
    field,
    label: label ?? field.replaceAll('_', ' '),
    text,
    caption: renderCaption(world, caption, `${entity.id}.${field}.caption`, report),
    isEmpty: value === false || (isList(value) && value.length === 0),
  }
  if (show === 'bar' && typeof value === 'number' && min !== null && max !== null) {
    return { ...common, show, value, min, max }
  }
  if (show === 'list' && isList(value)) return { ...common, show, items: formatElements(world, declaration, value) }
  if (show === 'icon') return { ...common, show, isOn: declaration.type === 'boolean' ? isTruthy(value) : null }
  return { ...common, show: 'text' }
}

/** A caption can be empty for some values: then there is none. */
function renderCaption(world: World, caption: Text | null, where: string, report: ReportFailure): string | null {
  const rendered = caption === null ? '' : renderOrFallback(world, caption, where, report).trim()
  return rendered === '' ? null : rendered
}

/** Only described items have a name to show. */
function viewItems(world: World, holder: Entity, report: ReportFailure, depth: number): readonly InventoryItemView[] {
  if (depth > MAX_DEPTH || !isOpen(world, holder, report)) return []
  return itemsIn(world, holder.id)
    .filter((item) => item.described !== undefined && isRevealedAndEnabled(world, item, report))
    .map((item) => ({
      entityId: item.id,
      entity: renderName(world, item, report),
      description: renderDescription(world, item, report),
      items: item.container === undefined ? [] : viewItems(world, item, report, depth + 1),
    }))
}

/** A saved state may contain a cycle of containers. */
const MAX_DEPTH = 8

function nameOf(world: World, entity: Entity, report: ReportFailure): string | null {
  return entity.described === undefined ? null : renderName(world, entity, report)
}
