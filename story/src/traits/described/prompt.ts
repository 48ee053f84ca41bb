import type { Entity } from '../../gamebook/gamebook.ts'
import { renderOrFallback, type ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'

/** The rendered name; the id for an entity that is not described. */
export function renderName(world: World, entity: Entity, report: ReportFailure = ignore): string {
  return entity.described === undefined
    ? entity.id
    : renderOrFallback(world, entity.described.name, `${entity.id}.name`, report)
}

/** The trimmed description; empty for an entity that is not described. */
export function renderDescription(world: World, entity: Entity, report: ReportFailure = ignore): string {
  if (entity.described === undefined) return ''
  return renderOrFallback(world, entity.described.description, `${entity.id}.description`, report).trim()
}

function ignore(): void {}
