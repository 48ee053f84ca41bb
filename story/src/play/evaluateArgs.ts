import { evaluate } from '../expressions/evaluate/evaluate.ts'
import { Computed } from '../expressions/expression.ts'
import type { ActionCall } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { Payload } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { toJson } from './toJson.ts'

/** Evaluates the payload that the author wrote. Throws `ExpressionError`. */
export function evaluateArgs(world: World, args: ActionCall['args']): Payload {
  return Object.fromEntries(
    [...args].map(([key, value]): [string, Json] => {
      return [key, value instanceof Computed ? toJson(evaluate(value.expression, world)) : value]
    }),
  )
}
