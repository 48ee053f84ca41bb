import { holds } from '../../expressions/evaluate/evaluate.ts'
import type { Condition } from '../../expressions/expression.ts'
import { ExpressionError } from '../../expressions/expressionError.ts'
import type { World } from '../../state/world.ts'

/** Whether a condition is true, or why it can't be evaluated. */
export type Judgment = boolean | { readonly error: string }

export function judge(world: World, condition: Condition): Judgment {
  try {
    return holds(condition, world)
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { error: error.message }
  }
}
