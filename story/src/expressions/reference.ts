import type { Entity } from '../gamebook/gamebook.ts'
import type { EntityReference } from './expression.ts'

/** Returns the same object for the same entity, because entities are compared by identity. */
export function referenceTo(entity: Entity): EntityReference {
  const known = references.get(entity)
  if (known !== undefined) return known
  const reference: EntityReference = { entityId: entity.id }
  references.set(entity, reference)
  return reference
}

const references = new WeakMap<Entity, EntityReference>()
