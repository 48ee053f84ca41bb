import type { Entity } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isVisible } from '../traits/visibility.ts'

/** The entities that a parameter of type `entity` accepts: the visible ones of its types, in the order of the file. */
export function entityChoices(world: World, of: readonly string[] | null, report: ReportFailure): readonly Entity[] {
  return [...world.gamebook.entities.values()].filter((entity) => isAllowed(world, of, entity, report))
}

/** Whether a value is the id of one of them. */
export function isEntityChoice(
  world: World,
  of: readonly string[] | null,
  value: Json,
  report: ReportFailure,
): boolean {
  const entity = typeof value === 'string' ? world.gamebook.entities.get(value) : undefined
  return entity !== undefined && isAllowed(world, of, entity, report)
}

function isAllowed(world: World, of: readonly string[] | null, entity: Entity, report: ReportFailure): boolean {
  return (of === null || of.includes(entity.typeId)) && isVisible(world, entity, report)
}
