import { evaluate } from '../expressions/evaluate/evaluate.ts'
import { Computed } from '../expressions/expression.ts'
import type { ActionCall } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { Payload } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { toJson } from './toJson.ts'

type Args = ActionCall['args']

/** Evaluates the payload that the author wrote. Throws `ExpressionError`. */
export function evaluateArgs(world: World, args: Args): Payload {
  const known = constants.get(args)
  if (known !== undefined) return known
  const payload: Payload = Object.fromEntries(
    [...args].map(([key, value]): [string, Json] => {
      return [key, value instanceof Computed ? toJson(evaluate(value.expression, world)) : value]
    }),
  )
  if (![...args.values()].some((value) => value instanceof Computed)) constants.set(args, payload)
  return payload
}

/** Most payloads have no expressions, so they are always the same. */
const constants = new WeakMap<Args, Payload>()
