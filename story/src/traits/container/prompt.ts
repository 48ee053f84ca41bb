import type { Entity } from '../../gamebook/gamebook.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { renderName } from '../described/prompt.ts'
import { isOpen, isRevealedAndEnabled } from '../visibility.ts'
import { itemsIn } from './itemsIn.ts'

/** `Holds`; empty for a closed container. */
export function containerFacts(world: World, container: Entity, report: ReportFailure): readonly string[] {
  if (!isOpen(world, container, report)) return []
  const items = itemsIn(world, container.id)
    .filter((item) => isRevealedAndEnabled(world, item, report))
    .map((item) => renderName(world, item, report))
  return [`- Holds: ${items.length === 0 ? 'nothing' : items.join(', ')}`]
}
