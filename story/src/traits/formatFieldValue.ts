import type { Value } from '../expressions/expression.ts'
import { isEntity, isList } from '../expressions/kindOf.ts'
import { formatValue } from '../expressions/evaluate/renderText.ts'
import type { FieldDeclaration } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { readEntity } from '../state/readEntity.ts'
import type { World } from '../state/world.ts'
import { isRevealed } from './visibility.ts'

/** The value of a declared field for the narrator and the player: entities by name, without those that are not revealed. Throws `ExpressionError`. */
export function formatFieldValue(world: World, { type }: FieldDeclaration, value: Value): string {
  return formatValue(type === 'entity' || type === 'entities' ? revealedOf(world, value) : value, world)
}

/** The elements of a list, formatted one by one. Throws `ExpressionError`. */
export function formatElements(world: World, { type }: FieldDeclaration, list: readonly Value[]): readonly string[] {
  const shown = type === 'entities' ? revealedOf(world, list) : list
  return isList(shown) ? shown.map((element) => formatValue(element, world)) : []
}

/** What the state stores, as a value of the language. A mapping becomes null. */
export function toValue(value: Json): Value {
  if (isJsonList(value)) return value.map(toValue)
  return typeof value === 'object' ? null : value
}

/** A list of entities reads as their ids. */
function revealedOf(world: World, value: Value): Value {
  if (isList(value)) return value.map((element) => revealedOf(world, element)).filter((element) => element !== null)
  const id = isEntity(value) ? value.entityId : value
  const entity = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  return entity !== undefined && isRevealed(world, entity) ? readEntity(world, entity.id) : null
}

function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
