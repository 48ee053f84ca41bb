import { movesGraph } from '../actions/findAction.ts'
import { evaluate } from '../expressions/evaluate/evaluate.ts'
import { Computed } from '../expressions/expression.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import type { Entity, GamebookFunction } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { World } from '../state/world.ts'
import { toJson } from './toJson.ts'

/** The graph that a function moves; undefined if it moves none or if its parameters decide which one. */
export function graphOfFunction(world: World, { mainAction }: GamebookFunction): Entity | undefined {
  if (mainAction === null || !movesGraph(mainAction.action)) return undefined
  const id = valueOf(world, mainAction.args.get('entity_id') ?? null)
  const entity = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  return entity?.graph === undefined ? undefined : entity
}

function valueOf(world: World, value: Json | Computed): Json {
  if (!(value instanceof Computed)) return value
  try {
    return toJson(evaluate(value.expression, world))
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}
