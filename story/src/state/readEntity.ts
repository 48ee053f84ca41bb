import type { EntityReference } from '../expressions/expression.ts'
import { referenceTo } from '../expressions/reference.ts'
import type { World } from './world.ts'

/** The entity of an id as a value; null for null and for an unknown id. */
export function readEntity(world: World, id: string | null): EntityReference | null {
  const entity = id === null ? undefined : world.gamebook.entities.get(id)
  return entity === undefined ? null : referenceTo(entity)
}
