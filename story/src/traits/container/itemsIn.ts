import type { Entity } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { World } from '../../state/world.ts'
import { storedFields } from '../../state/stored.ts'
import { isHeldBy } from '../item/holder.ts'

/** The items that a container holds directly, in the order of the file. */
export function itemsIn(world: World, containerId: string): readonly Entity[] {
  return indexOf(world.gamebook).items.filter((item) => isHeldBy(world, item, containerId))
}

/** How many items a container holds directly. */
export function countItems(world: World, containerId: string): number {
  const { reader } = world.state.unknown ?? {}
  if (reader === undefined) return itemsIn(world, containerId).length
  return indexOf(world.gamebook).items.reduce((count, { id }) => {
    const holder = storedFields(world.state, id)['held_by']
    if (holder === undefined) return count
    return count + Number(holder === containerId) - Number(reader.hasValue(id, 'held_by', containerId))
  }, reader.countItems(containerId))
}
