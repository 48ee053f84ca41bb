import type { EntityReference, Value } from './expression.ts'

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

export function isEntity(value: Value): value is EntityReference {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** The kind of a value as an error message names it. */
export function kindOf(value: Value): string {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'a number'
  if (value === null || typeof value === 'boolean') return String(value)
  return isEntity(value) ? `the entity "${value.entityId}"` : 'a list'
}
