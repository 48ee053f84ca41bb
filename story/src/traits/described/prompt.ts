import type { Entity } from '../../gamebook/gamebook.ts'
import { renderOrFallback, type ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'

/** The name that is told: the entity's name, else its id. */
export function renderName(world: World, entity: Entity, report: ReportFailure = ignore): string {
  return entity.described === undefined
    ? entity.id
    : renderOrFallback(world, entity.described.name, `${entity.id}.name`, report)
}

/** The trimmed description; empty where there is none. */
export function renderDescription(world: World, entity: Entity, report: ReportFailure = ignore): string {
  if (entity.described === undefined) return ''
  return renderOrFallback(world, entity.described.description, `${entity.id}.description`, report).trim()
}

function ignore(): void {}
