import { Computed } from '../../../expressions/expression.ts'
import type { FieldDeclaration } from '../../../gamebook/gamebook.ts'
import type { Json } from '../../../json.ts'

/**
 * Whether a value keeps the declaration of its field. What is computed is not known before play, and
 * whether an entity exists, not before all are read.
 */
export function fitsField(value: Json | Computed, declaration: FieldDeclaration): boolean {
  return value instanceof Computed || (hasType(value, declaration) && isAllowed(value, declaration))
}

/** Whether a list in the field can hold the value. */
export function fitsElement(value: Json, declaration: FieldDeclaration): boolean {
  return fitsField([value], declaration)
}

function hasType(value: Json, { type }: FieldDeclaration): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string'
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'list':
      return isListOf(value, ['string', 'number', 'boolean'])
    case 'entity':
      return value === null || typeof value === 'string'
    case 'entities':
      return isListOf(value, ['string'])
  }
}

/** Bounds and choices; those of a list are for its elements. */
function isAllowed(value: Json, declaration: FieldDeclaration): boolean {
  if (isList(value)) return value.every((element) => isAllowed(element, declaration))
  const { min, max, values } = declaration
  if (typeof value === 'number' && (value < (min ?? -Infinity) || value > (max ?? Infinity))) return false
  return values === null || (typeof value !== 'string' && typeof value !== 'number') || values.includes(value)
}

function isListOf(value: Json, types: readonly string[]): boolean {
  return isList(value) && value.every((element) => types.includes(typeof element))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
