import type { Entity } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { World } from '../../state/world.ts'
import { holderId } from '../item/holder.ts'

/** The items that a container holds directly, in the order of the file. */
export function itemsIn(world: World, containerId: string): readonly Entity[] {
  return indexOf(world.gamebook).items.filter((item) => holderId(world, item) === containerId)
}
