import type { Value } from '../expression.ts'
import { isEntity, isList } from '../kindOf.ts'

/** `false`, 0, the empty text, null and the empty list are false; everything else is true. */
export function isTruthy(value: Value): boolean {
  return isList(value) ? value.length > 0 : Boolean(value)
}

/** Values of different types are never equal. */
export function areEqual(left: Value, right: Value): boolean {
  if (left === right) return true
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((element, index) => areEqual(element, right[index] ?? null))
  }
  return isEntity(left) && isEntity(right) && left.entityId === right.entityId
}
