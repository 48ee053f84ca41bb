import type { Entity } from '../../gamebook.ts'
import { renderOrReport, type ReportFailure } from '../../state/tolerant.ts'
import type { World } from '../../state/world.ts'

/** The name that is told: the entity's name, else its id. */
export function tellName(world: World, entity: Entity, report: ReportFailure = ignore): string {
  return entity.described === undefined
    ? entity.id
    : renderOrReport(world, entity.described.name, `${entity.id}.name`, report)
}

/** The trimmed description; empty where there is none. */
export function tellDescription(world: World, entity: Entity, report: ReportFailure = ignore): string {
  if (entity.described === undefined) return ''
  return renderOrReport(world, entity.described.description, `${entity.id}.description`, report).trim()
}

function ignore(): void {}
