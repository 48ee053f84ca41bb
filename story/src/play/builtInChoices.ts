import { builtInParameters } from '../actions/builtInParameters.ts'
import { checkAction } from '../actions/checkAction.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import type { ActionCall, GamebookFunction } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { Payload } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { itemsIn } from '../traits/container/itemsIn.ts'
import { edgesFrom } from '../traits/graph/check.ts'
import { evaluateArgs } from './evaluateArgs.ts'

export type BuiltInChoices = readonly (readonly [string, readonly string[]])[]

/** What would pass all checks of the main action now: targets in the order of the edges, the rest in that of the file. */
export function builtInChoices(world: World, fn: GamebookFunction, report: ReportFailure): BuiltInChoices {
  const names = builtInParameters(fn)
  const call = fn.mainAction
  if (call === null || names.length === 0) return []
  const payload = fixedPayload(world, call)
  if (payload === null) return names.map((name) => [name, []])
  const candidates = names.map((name) => [name, candidatesFor(world, name, call, payload)] as const)
  const passing = combine(candidates).filter((given) => {
    return checkAction(call.action, world, { ...payload, ...given }, { by: 'tool', report }).refusal === null
  })
  return candidates.map(([name, ids]) => [name, ids.filter((id) => passing.some((given) => given[name] === id))])
}

/** Null where it cannot be worked out before the parameters are known. */
function fixedPayload(world: World, { args }: ActionCall): Payload | null {
  try {
    return evaluateArgs(world, args)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

function candidatesFor(world: World, name: string, { action }: ActionCall, payload: Payload): readonly string[] {
  const { gamebook } = world
  const owner = typeof payload['entity_id'] === 'string' ? gamebook.entities.get(payload['entity_id']) : undefined
  if (owner === undefined) return []
  if (action === 'graph/transition') return owner.graph === undefined ? [] : edgesFrom(world, owner).map(({ to }) => to)
  if (name === 'to') return indexOf(gamebook).containers.map(({ id }) => id)
  const items = action === 'item/take' ? indexOf(gamebook).items : itemsIn(world, owner.id)
  return items.map(({ id }) => id)
}

function combine(candidates: BuiltInChoices): readonly Payload[] {
  return candidates.reduce<readonly Payload[]>(
    (combinations, [name, ids]) => combinations.flatMap((given) => ids.map((id) => ({ ...given, [name]: id }))),
    [{}],
  )
}
