import type { Entity } from '../../gamebook/gamebook.ts'
import { hasValue, storedValue } from '../../state/stored.ts'
import type { World } from '../../state/world.ts'

/** The id of an item's current holder; null if nothing holds it or the entity is not an item. */
export function holderId(world: World, { id, item }: Entity): string | null {
  if (item === undefined) return null
  const stored = storedValue(world.state, id, 'held_by')
  return stored === null || typeof stored === 'string' ? stored : item.heldBy
}

/** Whether an item is held by this container, or by none (null). */
export function isHeldBy(world: World, { id, item }: Entity, holder: string | null): boolean {
  return item !== undefined && hasValue(world.state, id, 'held_by', item.heldBy, holder)
}

/** Also null if the holder is no longer in the gamebook or no longer a container. */
export function holderOf(world: World, item: Entity): Entity | null {
  const id = holderId(world, item)
  const holder = id === null ? undefined : world.gamebook.entities.get(id)
  return holder?.container === undefined ? null : holder
}
