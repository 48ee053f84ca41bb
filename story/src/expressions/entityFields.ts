import { findEntityType } from '../gamebook/findEntityType.ts'
import type { Entity, EntityType, FieldDeclaration, FieldType, Gamebook, TraitName } from '../gamebook/gamebook.ts'
import { Computed } from './expression.ts'
import { anyKind, storedKinds, type Kinds } from './kinds.ts'
import { commonFields, traitFields, type FieldKinds } from './traitFields.ts'

/** The declaration of a field on the type of an entity. */
export function findDeclaration(gamebook: Gamebook, entity: Entity, field: string): FieldDeclaration | undefined {
  return findEntityType(gamebook, entity.typeId)?.fields.get(field)
}

/** All fields of an entity that an expression can read. */
export function fieldNames(gamebook: Gamebook, entity: Entity): readonly string[] {
  return [...new Set([...sharedFieldNames(findEntityType(gamebook, entity.typeId)), ...entity.fields.keys()])]
}

/** The fields that all entities of a type have. */
export function sharedFieldNames(type: EntityType | undefined): ReadonlySet<string> {
  const computed = type?.traits.flatMap((trait) => Object.keys(traitFields[trait])) ?? []
  return new Set([...Object.keys(commonFields), ...computed, ...(type?.fields.keys() ?? [])])
}

/** The kinds of value that a field can hold in play; undefined for an unknown field. */
export function kindsOfField(gamebook: Gamebook, entity: Entity, field: string): Kinds | undefined {
  const computed = kindsOfComputed(gamebook, entity, field)
  if (computed !== undefined) return isComputedText(entity, field) ? anyKind : computed
  const declaration = findDeclaration(gamebook, entity, field)
  const start = entity.fields.has(field) ? entity.fields.get(field) : declaration?.default
  if (start === undefined) return undefined
  if (start instanceof Computed) return anyKind
  return declaration === undefined ? storedKinds : KINDS_BY_TYPE[declaration.type]
}

/** Whether a trait or the engine owns the field, so only specific actions can change it. */
export function isComputedField(gamebook: Gamebook, entity: Entity, field: string): boolean {
  return kindsOfComputed(gamebook, entity, field) !== undefined
}

const KINDS_BY_TYPE: Record<FieldType, Kinds> = {
  text: ['text'],
  integer: ['number'],
  number: ['number'],
  boolean: ['boolean'],
  list: ['list'],
  entity: ['entity', 'null'],
  entities: ['list'],
}

function kindsOfComputed(gamebook: Gamebook, entity: Entity, field: string): Kinds | undefined {
  if (Object.hasOwn(commonFields, field)) return commonFields[field]
  const trait = traitsOf(gamebook, entity).find((candidate) => Object.hasOwn(traitFields[candidate], field))
  if (trait === undefined) return undefined
  const fields: FieldKinds = traitFields[trait]
  return fields[field]
}

function traitsOf(gamebook: Gamebook, entity: Entity): readonly TraitName[] {
  return findEntityType(gamebook, entity.typeId)?.traits ?? []
}

function isComputedText({ described }: Entity, field: string): boolean {
  return (
    (field === 'name' && described?.name.kind === 'computed') ||
    (field === 'description' && described?.description.kind === 'computed')
  )
}
