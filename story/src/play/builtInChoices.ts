import { builtInParameters } from '../actions/builtInParameters.ts'
import { findAction, findPayloadKey } from '../actions/findAction.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import type { ActionCall, GamebookFunction } from '../gamebook/gamebook.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { Payload } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { evaluateArgs } from './evaluateArgs.ts'

export type BuiltInChoices = readonly (readonly [string, readonly string[]])[]

/** The values that the main action accepts now: targets in the order of the edges, others in the order of the file. */
export function builtInChoices(world: World, fn: GamebookFunction, report: ReportFailure): BuiltInChoices {
  const names = builtInParameters(fn)
  const { mainAction: call } = fn
  if (call?.kind !== 'action' || names.length === 0) return []
  const payload = fixedPayload(world, call)
  if (payload === null) return names.map((name) => [name, []])
  const candidates = names.map((name) => [name, candidatesFor(world, name, call, payload)] as const)
  const [only, ...others] = candidates
  if (only !== undefined && others.length === 0) {
    const [name, ids] = only
    return [[name, ids.filter((id) => accepts(world, call, { ...payload, [name]: id }, report))]]
  }
  const passing = combine(candidates).filter((given) => accepts(world, call, { ...payload, ...given }, report))
  return candidates.map(([name, ids]) => [name, ids.filter((id) => passing.some((given) => given[name] === id))])
}

/** Whether the main action accepts these values now. */
export function acceptsBuiltIns(world: World, call: ActionCall, given: Payload, report: ReportFailure): boolean {
  const payload = fixedPayload(world, call)
  return payload !== null && accepts(world, call, { ...payload, ...given }, report)
}

function accepts(world: World, { action }: ActionCall, payload: Payload, report: ReportFailure): boolean {
  return findAction(action)?.check(world, payload, { by: 'tool', report }).refusal === null
}

/** Null if the payload can't be evaluated before the parameters are known. */
export function fixedPayload(world: World, { args }: ActionCall): Payload | null {
  try {
    return evaluateArgs(world, args)
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

function candidatesFor(world: World, name: string, { action }: ActionCall, payload: Payload): readonly string[] {
  const id = payload['entity_id']
  const subject = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  return subject === undefined ? [] : (findPayloadKey(action, name)?.choices?.list(world, subject) ?? [])
}

function combine(candidates: BuiltInChoices): readonly Payload[] {
  return candidates.reduce<readonly Payload[]>(
    (combinations, [name, ids]) => combinations.flatMap((given) => ids.map((id) => ({ ...given, [name]: id }))),
    [{}],
  )
}
