import type { Value } from '../expressions/expression.ts'
import { isEntity, isList } from '../expressions/kindOf.ts'
import type { Json } from '../json.ts'

/** A value as the state stores it: an entity becomes its id. */
export function toJson(value: Value): Json {
  if (isList(value)) return value.map(toJson)
  return isEntity(value) ? value.entityId : value
}
