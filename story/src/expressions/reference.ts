import type { Entity } from '../gamebook/gamebook.ts'
import type { EntityReference } from './expression.ts'

/** The entity as a value. One object per entity, so that entities can be compared by identity. */
export function referenceTo(entity: Entity): EntityReference {
  const known = references.get(entity)
  if (known !== undefined) return known
  const reference: EntityReference = { entityId: entity.id }
  references.set(entity, reference)
  return reference
}

const references = new WeakMap<Entity, EntityReference>()
