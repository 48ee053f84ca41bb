import type { Value } from '../expressions/expression.ts'
import { isEntity, isList } from '../expressions/kindOf.ts'
import { formatValue } from '../expressions/evaluate/renderText.ts'
import type { FieldDeclaration } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { readEntity } from '../state/readEntity.ts'
import type { World } from '../state/world.ts'
import { isRevealed } from './visibility.ts'

/** Formats the value of a declared field: revealed entities by name, without hidden ones. Throws `ExpressionError`. */
export function formatFieldValue(world: World, { type }: FieldDeclaration, value: Value): string {
  return formatValue(type === 'entity' || type === 'entities' ? revealedOf(world, value) : value, world)
}

/** Formats each element of a list. Throws `ExpressionError`. */
export function formatElements(world: World, { type }: FieldDeclaration, list: readonly Value[]): readonly string[] {
  const shown = type === 'entities' ? revealedOf(world, list) : list
  return isList(shown) ? shown.map((element) => formatValue(element, world)) : []
}

/** Converts a stored value to a value of the expression language. A mapping becomes null. */
export function toValue(value: Json): Value {
  if (isJsonList(value)) return value.map(toValue)
  return typeof value === 'object' ? null : value
}

/** A field of type `entities` gives ids. */
function revealedOf(world: World, value: Value): Value {
  if (isList(value)) return value.map((element) => revealedOf(world, element)).filter((element) => element !== null)
  const id = isEntity(value) ? value.entityId : value
  const entity = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  return entity !== undefined && isRevealed(world, entity) ? readEntity(world, entity.id) : null
}

function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
