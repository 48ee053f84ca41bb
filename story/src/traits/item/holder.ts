import type { Entity } from '../../gamebook.ts'
import { storedValue } from '../../state/stored.ts'
import type { World } from '../../state/world.ts'

/** The id of the container that holds an item now; null is nowhere, and for what is no item. */
export function holderId(world: World, { id, item }: Entity): string | null {
  if (item === undefined) return null
  const stored = storedValue(world.state, id, 'held_by')
  return typeof stored === 'string' || stored === null ? stored : item.heldBy
}
