import type { EntityType, Gamebook } from './gamebook.ts'
import { indexOf } from './gamebookIndex.ts'

export function findEntityType(gamebook: Gamebook, typeId: string): EntityType | undefined {
  return indexOf(gamebook).types.get(typeId)
}
