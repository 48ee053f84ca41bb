import type { FieldDeclaration, Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { RefusalCode } from './refusal.ts'

/** Elements of a list in the state, and characters of a text (gamebook format, section 11). */
export const MAX_ELEMENTS = 1000
export const MAX_CHARACTERS = 20_000
/** The largest exact whole number. */
const MAX_NUMBER = Number.MAX_SAFE_INTEGER

/** Why a value can't be written into a field; null for a valid value. `declaration` is null for a custom field. */
export function findMisfit(
  value: Json,
  declaration: FieldDeclaration | null,
  gamebook: Gamebook,
): Extract<RefusalCode, 'wrong-type' | 'out-of-range'> | null {
  if (!hasType(value, declaration, gamebook)) return 'wrong-type'
  return isWithin(value, declaration) ? null : 'out-of-range'
}

function hasType(value: Json, declaration: FieldDeclaration | null, gamebook: Gamebook): boolean {
  switch (declaration?.type) {
    case undefined:
      return isScalar(value) || isListOf(value, isScalar)
    case 'text':
      return typeof value === 'string'
    case 'integer':
      return typeof value === 'number' && (Number.isInteger(value) || !Number.isFinite(value))
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'list':
      return isListOf(value, (element) => element !== null && isScalar(element))
    case 'entity':
      return value === null || isEntityOf(value, declaration, gamebook)
    case 'entities':
      return isListOf(value, (element) => isEntityOf(element, declaration, gamebook))
  }
}

function isWithin(value: Json, declaration: FieldDeclaration | null): boolean {
  if (isList(value)) return value.length <= MAX_ELEMENTS && value.every((element) => isWithin(element, declaration))
  if (typeof value === 'string' && value.length > MAX_CHARACTERS) return false
  if (typeof value === 'number' && Math.abs(value) > MAX_NUMBER) return false
  if (declaration === null) return true
  const { min, max, values } = declaration
  if (typeof value === 'number' && (value < (min ?? -Infinity) || value > (max ?? Infinity))) return false
  return values === null || !isTextOrNumber(value) || values.includes(value)
}

function isEntityOf(id: Json, { of }: FieldDeclaration, gamebook: Gamebook): boolean {
  const entity = typeof id === 'string' ? gamebook.entities.get(id) : undefined
  return entity !== undefined && (of === null || entity.typeId === of)
}

function isScalar(value: Json): boolean {
  return value === null || typeof value !== 'object'
}

function isTextOrNumber(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function isListOf(value: Json, fits: (element: Json) => boolean): boolean {
  return isList(value) && value.every(fits)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
