import type { Entity } from '../gamebook/gamebook.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isVisible } from '../traits/visibility.ts'

/** The entities that a parameter of type `entity` accepts: the visible ones of its types, in the order of the file. */
export function entityChoices(world: World, of: readonly string[] | null, report: ReportFailure): readonly Entity[] {
  return [...world.gamebook.entities.values()].filter(
    (entity) => (of === null || of.includes(entity.typeId)) && isVisible(world, entity, report),
  )
}
