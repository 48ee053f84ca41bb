import type { Detail, Entity } from '../gamebook/gamebook.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { formatDetails } from '../traits/described/details.ts'
import { isPresent } from '../traits/visibility.ts'
import { isConstant } from './alwaysVisible.ts'

/** The details that the system text can describe with a constant entity; empty if there are none. */
export function constantDetails(world: World, { id, details }: Entity): string {
  return formatDetails(world, id, details.filter(isConstantDetail), () => {})
}

/** The other details, of an entity that is visible and, for a node, current; empty if there are none. */
export function currentDetails(
  world: World,
  entity: Entity,
  report: ReportFailure,
  isInSystemText: boolean = isConstant(world, entity),
): string {
  const { id, details } = entity
  if (details.length === 0 || !isPresent(world, entity, report)) return ''
  const shown = details.filter((detail) => !(isInSystemText && isConstantDetail(detail)))
  return formatDetails(world, id, shown, report)
}

function isConstantDetail({ text }: Detail): boolean {
  return text.kind === 'constant'
}
