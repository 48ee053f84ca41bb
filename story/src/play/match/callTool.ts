import type { GamebookFunction } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { toSnake } from '../../names/convertName.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { callFunction, type CallOutcome, type FunctionCall } from '../callFunction.ts'
import { hasRevealedOwner } from '../hasRevealedOwner.ts'
import { offeredFunctions } from '../offeredFunctions.ts'
import { callError, type CallError } from './callError.ts'
import { matchArguments } from './matchArguments.ts'
import { matchName } from './matchName.ts'

export interface ToolOutcome extends CallOutcome {
  /** The call as it ran, with ids in place of names; null for an error. */
  readonly call: Pick<FunctionCall, 'function' | 'args'> | null
}

/** What a model was sent with the request that it answers. */
export interface SentRequest {
  /** At the state that the request describes. */
  readonly world: World
  /** The names of the functions it could choose from. */
  readonly tools: readonly string[]
}

/**
 * Runs the call of a language model, which may name a thing by its name instead of its id. What the model got wrong is
 * an error, without a receipt; what the story doesn't allow is a refusal, as for any other caller.
 */
export function callTool(
  now: World,
  call: Pick<FunctionCall, 'function' | 'args'>,
  { world: sent, tools }: SentRequest,
  report: ReportFailure,
): ToolOutcome {
  if (now.state.ended !== undefined) return failed(now, callError('game-ended', 'The story is over.'))
  const fn = findSent(now, call.function, tools)
  if (fn === null) {
    const offered = offeredFunctions(now, report).map(({ fn: { name } }) => name)
    const valid = offered.filter((name) => tools.includes(name))
    return failed(now, callError('unknown-function', 'This function is unknown.', valid))
  }
  const run = (args: FunctionCall['args']): ToolOutcome => ({
    ...callFunction(now, { function: fn.name, args, by: 'tool' }, report),
    call: { function: fn.name, args },
  })
  const first = run(call.args)
  if (first.result.result === 'applied') return first
  const matched = matchArguments({ fn, now, sent, report }, call.args)
  if (matched.result === 'matched') return orError(run(matched.args))
  return isRefusedByGuard(first, fn) ? first : failed(now, matched)
}

/** Arguments that fit the schema can still be ones that the action doesn't know. */
function orError(outcome: ToolOutcome): ToolOutcome {
  const { state, result } = outcome
  const isMistake = result.result === 'refused' && result.code === 'bad-arguments'
  return isMistake ? { state, receipts: [], result: callError(result.code, result.reason), call: null } : outcome
}

/** Whether the function can't be called now, whatever its arguments. */
function isRefusedByGuard({ receipts }: CallOutcome, { name }: GamebookFunction): boolean {
  return receipts[0]?.guards.some(({ guard, holds }) => guard === `${name}.enabled` && !holds) === true
}

/** The function with this name, which may be in other letters or after the name of a namespace. */
function findSent(world: World, written: string, tools: readonly string[]): GamebookFunction | null {
  const name = tools.includes(written) ? written : findSimilar(written, tools)
  const fn = name === null ? undefined : indexOf(world.gamebook).functions.get(name)
  return fn === undefined || !hasRevealedOwner(world, fn) ? null : fn
}

function findSimilar(written: string, tools: readonly string[]): string | null {
  if (written.length > MAX_NAME) return null
  const last = written.slice(written.lastIndexOf('.') + 1)
  const candidates = tools.map((name) => ({ id: name, names: [name] }))
  for (const name of [last, toSnake(last)]) {
    const [only, ...others] = matchName(name, candidates)
    if (only !== undefined && others.length === 0) return only.id
  }
  return null
}

const MAX_NAME = 100

function failed({ state }: World, result: CallError): ToolOutcome {
  return { state, receipts: [], result, call: null }
}
