import type { GamebookFunction } from '../gamebook/gamebook.ts'
import type { World } from '../state/world.ts'
import { isRevealed } from '../traits/visibility.ts'

/** A function of an entity that is not revealed does not exist for its callers. */
export function hasRevealedOwner(world: World, { ownerId }: GamebookFunction): boolean {
  if (ownerId === null) return true
  const owner = world.gamebook.entities.get(ownerId)
  return owner !== undefined && isRevealed(world, owner)
}
