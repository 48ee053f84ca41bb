import { findDeclaration, isComputedField } from '../expressions/entityFields.ts'
import { Computed } from '../expressions/expression.ts'
import type { Entity, FieldDeclaration, Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { exactValue } from './stored.ts'
import type { Payload, Refused } from './verdict.ts'
import { refuse } from './verdict.ts'
import type { World } from './world.ts'

/** A field that the state actions can write: declared or custom, and not computed. */
export interface WritableField {
  readonly entity: Entity
  readonly field: string
  /** Null for a custom field. */
  readonly declaration: FieldDeclaration | null
  /** The current value. Not an accessor: each object with one gets a hidden class, which V8 frees late. */
  readonly readValue: () => Json
}

/** The field that a payload names with `entity_id` and `field`. */
export function findWritableField(world: World, payload: Payload): WritableField | Refused {
  const { entity_id, field } = payload
  const entity = typeof entity_id === 'string' ? world.gamebook.entities.get(entity_id) : undefined
  if (entity === undefined || typeof field !== 'string') return NO_SUCH_FIELD
  if (isComputedField(world.gamebook, entity, field)) return READ_ONLY
  const declaration = findDeclaration(world.gamebook, entity, field)
  const start = startValueOf(world.gamebook, entity, field)
  if (start === undefined) return NO_SUCH_FIELD
  if (start instanceof Computed) return READ_ONLY
  return {
    entity,
    field,
    declaration: declaration ?? null,
    readValue: () => exactValue(world.state, entity.id, field, start),
  }
}

/** The start value of a declared or custom field; undefined for an unknown field. */
export function startValueOf(gamebook: Gamebook, entity: Entity, field: string): Json | Computed | undefined {
  const given = entity.fields.get(field)
  return given === undefined ? findDeclaration(gamebook, entity, field)?.default : given
}

const NO_SUCH_FIELD = refuse('no-such-field', 'There is nothing by that name to change.')
const READ_ONLY = refuse('read-only', 'That cannot be changed this way.')
