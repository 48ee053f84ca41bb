import { formatValue } from '../expressions/renderText.ts'
import type { Value } from '../expressions/expression.ts'
import type { FieldDeclaration } from '../gamebook.ts'
import type { Json } from '../json.ts'
import { readEntity } from '../state/readEntity.ts'
import type { World } from '../state/world.ts'

/** What a field holds, in the words of a placeholder; entities by name. Throws `ExpressionError` where a name fails. */
export function tellStored(world: World, { type }: FieldDeclaration, value: Json): string {
  return formatValue(type === 'entity' || type === 'entities' ? toReference(world, value) : toValue(value), world)
}

/** `entities` read as a list of ids; they are told by name. */
function toReference(world: World, value: Json): Value {
  if (isList(value)) return value.map((id) => toReference(world, id))
  return typeof value === 'string' ? readEntity(world, value) : null
}

function toValue(value: Json): Value {
  if (isList(value)) return value.map(toValue)
  return typeof value === 'object' ? null : value
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
