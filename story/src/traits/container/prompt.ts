import type { Entity } from '../../gamebook.ts'
import type { ReportFailure } from '../../state/tolerant.ts'
import type { World } from '../../state/world.ts'
import { tellName } from '../described/prompt.ts'
import { isOpen, isTellable } from '../visibility.ts'
import { itemsIn } from './itemsIn.ts'

/** `Holds`, while it is open. */
export function tellContainer(world: World, container: Entity, report: ReportFailure): readonly string[] {
  if (!isOpen(world, container, report)) return []
  const items = itemsIn(world, container.id)
    .filter((item) => isTellable(world, item, report))
    .map((item) => (item.described === undefined ? item.id : `${tellName(world, item, report)} (${item.id})`))
  return [`- Holds: ${items.length === 0 ? 'nothing' : items.join(', ')}`]
}
