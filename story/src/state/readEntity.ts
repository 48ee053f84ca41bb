import type { EntityReference } from '../expressions/expression.ts'
import { referenceTo } from '../expressions/reference.ts'
import type { World } from './world.ts'

/** An id of the gamebook or the state as a value: the entity, or null where it is null or leads nowhere. */
export function readEntity(world: World, id: string | null): EntityReference | null {
  const entity = id === null ? undefined : world.gamebook.entities.get(id)
  return entity === undefined ? null : referenceTo(entity)
}
