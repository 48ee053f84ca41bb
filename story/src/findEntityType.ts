import type { EntityType, Gamebook } from './gamebook.ts'

/** The type of an entity by its `typeId`. */
export function findEntityType(gamebook: Gamebook, typeId: string): EntityType | undefined {
  return (typesOf.get(gamebook) ?? index(gamebook)).get(typeId)
}

const typesOf = new WeakMap<Gamebook, ReadonlyMap<string, EntityType>>()

function index(gamebook: Gamebook): ReadonlyMap<string, EntityType> {
  const types = new Map(gamebook.entityTypes.map((type) => [type.id, type]))
  typesOf.set(gamebook, types)
  return types
}
