import { findEntityType } from '../gamebook/findEntityType.ts'
import type { Entity, EntityType, Gamebook } from '../gamebook/gamebook.ts'
import type { Text } from '../expressions/expression.ts'

/** A type that is sent to the narrator, because it has instructions and is not hidden. */
export interface PromptType extends EntityType {
  readonly instructions: Text
}

export function isPromptType(type: EntityType): type is PromptType {
  return type.instructions !== null && !type.hidden
}

export function isInPrompt(gamebook: Gamebook, { typeId }: Entity): boolean {
  const type = findEntityType(gamebook, typeId)
  return type !== undefined && isPromptType(type)
}
