import type { EntityType, Gamebook } from '../gamebook.ts'
import type { Text } from '../expressions/expression.ts'

/** A type that is told: it has instructions and is not hidden. */
export interface ToldType extends EntityType {
  readonly instructions: Text
}

export function toldTypes({ entityTypes }: Gamebook): readonly ToldType[] {
  return entityTypes.filter((type): type is ToldType => type.instructions !== null && !type.hidden)
}
