import type { EntityType, Gamebook } from './gamebook.ts'
import { indexOf } from './gamebookIndex.ts'

/** The type of an entity by its `typeId`. */
export function findEntityType(gamebook: Gamebook, typeId: string): EntityType | undefined {
  return indexOf(gamebook).types.get(typeId)
}
