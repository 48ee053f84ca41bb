import { holds } from '../expressions/evaluate/evaluate.ts'
import type { Condition } from '../expressions/expression.ts'
import { deeper } from './nestedReads.ts'
import type { World } from './world.ts'

/** Evaluates a condition that an expression reads as a field, such as `door.enabled`. */
export function readCondition(world: World, entityId: string, field: string, condition: Condition | null): boolean {
  return condition === null || holds(condition, deeper(world, entityId, field))
}
