import { Dynamic } from '../expressions/expression.ts'
import type { FieldDeclaration } from '../gamebook.ts'
import type { Json } from '../json.ts'

/** Whether a start value keeps its declaration. What is computed is not known before play. */
export function fitsField(value: Json | Dynamic, { type, min, max }: FieldDeclaration): boolean {
  if (value instanceof Dynamic) return true
  switch (type) {
    case 'text':
      return typeof value === 'string'
    case 'integer':
    case 'number':
      return typeof value === 'number' && isWithin(value, min, max) && (type === 'number' || Number.isInteger(value))
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

function isWithin(value: number, min: number | null, max: number | null): boolean {
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity)
}

function isListOf(value: Json, types: readonly string[]): boolean {
  return Array.isArray(value) && value.every((element) => types.includes(typeof element))
}
