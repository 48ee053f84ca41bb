import { isConstantExpression } from '../expressions/syntax/isConstantExpression.ts'
import type { Entity } from '../gamebook/gamebook.ts'
import type { World } from '../state/world.ts'
import { isVisible } from '../traits/visibility.ts'
import type { PromptType } from './promptType.ts'

/** Whether the system text can describe an entity: its name, description and visibility never change. */
export function isConstant(world: World, entity: Entity): boolean {
  const { described } = entity
  if (described === undefined || described.name.kind !== 'constant') return false
  return described.description.kind === 'constant' && isAlwaysVisible(world, entity)
}

/**
 * A type's instructions for the system text; null if the text of a turn has them instead, while an entity of the type
 * is visible: instructions can give away what is hidden.
 */
export function constantInstructions(world: World, { instructions, entities }: PromptType): string | null {
  if (instructions.kind !== 'constant') return null
  const isAlwaysDue = entities.length === 0 || entities.some((entity) => isAlwaysVisible(world, entity))
  return isAlwaysDue ? instructions.text.trim() : null
}

function isAlwaysVisible(world: World, entity: Entity): boolean {
  if (entity.item !== undefined || entity.secret) return false
  const terms = entity.described?.enabled?.terms ?? []
  return terms.every((term) => typeof term !== 'object' || isConstantExpression(term.root)) && isVisible(world, entity)
}
