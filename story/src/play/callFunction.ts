import type { GamebookFunction } from '../gamebook.ts'
import type { Json } from '../json.ts'
import { askGuards } from '../state/guard.ts'
import type { Asker, GuardRecord, Receipt } from '../state/receipt.ts'
import type { Refusal } from '../state/refusal.ts'
import type { StoryState } from '../state/storyState.ts'
import type { ReportFailure } from '../state/tolerant.ts'
import type { World } from '../state/world.ts'
import { checkTransition, type Transition } from '../traits/graph/check.ts'
import { reduceTransition } from '../traits/graph/reduce.ts'
import { listChanges } from './listChanges.ts'
import { parseArguments } from './parseArguments.ts'
import { tellFacts } from './tellFacts.ts'

export interface FunctionCall {
  readonly function: string
  /** What the narrator filled in: any JSON, checked here. */
  readonly args: Json
  readonly by: Asker
}

/** What the narrator gets back as the tool's result. */
export type CallResult =
  | { readonly result: 'success'; readonly facts: readonly string[] }
  | { readonly result: 'refused'; readonly code: string; readonly reason: string }

export interface CallOutcome {
  /** The same state where the call was refused. */
  readonly state: StoryState
  readonly receipts: readonly Receipt[]
  readonly result: CallResult
}

/**
 * Runs one call of a function on the state of this moment: checks first, which may refuse and change nothing,
 * then the change, which cannot fail. Order of the checks: gamebook format, section 8.3.
 */
export function callFunction(world: World, call: FunctionCall, report: ReportFailure): CallOutcome {
  const fn = world.gamebook.functions.find((candidate) => candidate.name === call.function)
  if (world.state.ended !== undefined) return refuse(world, call, fn, [], GAME_ENDED)
  if (fn === undefined) return refuse(world, call, fn, [], NO_SUCH_FUNCTION)
  const parsed = parseArguments(fn, call.args)
  if ('refusal' in parsed) return refuse(world, call, fn, [], parsed.refusal)
  const guard = askGuards(world, guardOf(fn), report)
  if (guard.refusal !== null) return refuse(world, call, fn, guard.records, guard.refusal)

  const payload: Transition = { entity_id: fn.graphId, to: parsed.to }
  const check = checkTransition(world, payload, call.by, report)
  const guards = [...guard.records, ...check.guards]
  if (check.refusal !== null) return refuse(world, { ...call, args: { ...payload } }, fn, guards, check.refusal)

  const after: World = { ...world, state: reduceTransition(world, payload) }
  const changes = listChanges(world, after)
  const receipt: Receipt = {
    action: fn.action,
    by: call.by,
    function: fn.name,
    args: { ...payload },
    result: 'applied',
    guards,
    changes,
  }
  return { state: after.state, receipts: [receipt], result: { result: 'success', facts: tellFacts(after, changes) } }
}

const GAME_ENDED: Refusal = { code: 'game-ended', reason: 'The story is over.' }
const NO_SUCH_FUNCTION: Refusal = { code: 'no-such-function', reason: 'There is no such function.' }

function guardOf(fn: GamebookFunction): Parameters<typeof askGuards>[1] {
  if (fn.enabled === null) return []
  const reason = fn.otherwise ?? 'That cannot be done now.'
  return [{ name: `${fn.name}.enabled`, condition: fn.enabled, code: 'not-enabled', reason }]
}

function refuse(
  { state }: World,
  call: FunctionCall,
  fn: GamebookFunction | undefined,
  guards: readonly GuardRecord[],
  { code, reason }: Refusal,
): CallOutcome {
  const action = fn?.action ?? 'core/call'
  const receipt: Receipt = {
    action,
    by: call.by,
    function: call.function,
    args: call.args,
    result: 'refused',
    code,
    reason,
    guards,
    changes: [],
  }
  return { state, receipts: [receipt], result: { result: 'refused', code, reason } }
}
