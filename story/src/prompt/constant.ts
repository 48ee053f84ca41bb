import { isConstantExpression } from '../expressions/syntax/isConstantExpression.ts'
import type { Entity } from '../gamebook/gamebook.ts'
import type { World } from '../state/world.ts'
import { isVisible } from '../traits/visibility.ts'

/** Whether the system text can describe an entity: its name, description and visibility never change. */
export function isConstant(world: World, entity: Entity): boolean {
  const { described, item, secret } = entity
  if (described === undefined || item !== undefined || secret) return false
  if (described.name.kind !== 'constant' || described.description.kind !== 'constant') return false
  const terms = described.enabled?.terms ?? []
  return terms.every((term) => typeof term !== 'object' || isConstantExpression(term.root)) && isVisible(world, entity)
}
