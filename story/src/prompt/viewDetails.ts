import type { Entity } from '../gamebook/gamebook.ts'
import { renderOrFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isPresent } from '../traits/visibility.ts'
import type { DetailView } from './view.ts'

/** What can be looked at on a present entity, without the details whose text can't be rendered. */
export function viewDetails(world: World, entity: Entity, report: ReportFailure): readonly DetailView[] {
  const { id, details } = entity
  if (details.length === 0 || !isPresent(world, entity, report)) return []
  return details
    .map(({ words, text }) => ({ words, text: renderOrFallback(world, text, `${id}.details`, report).trim() }))
    .filter(({ text }) => text !== '')
}
