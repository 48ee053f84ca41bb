import type { Entity } from '../../gamebook/gamebook.ts'
import { storedValue } from '../../state/stored.ts'
import type { World } from '../../state/world.ts'

/** What holds an item now; null where nothing does, and for what is no item. */
export function holderId(world: World, { id, item }: Entity): string | null {
  if (item === undefined) return null
  const stored = storedValue(world.state, id, 'held_by')
  return stored === null || typeof stored === 'string' ? stored : item.heldBy
}

/** Null too where the gamebook lacks the holder, or what holds is no container any more. */
export function holderOf(world: World, item: Entity): Entity | null {
  const id = holderId(world, item)
  const holder = id === null ? undefined : world.gamebook.entities.get(id)
  return holder?.container === undefined ? null : holder
}
