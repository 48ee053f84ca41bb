import type { GamebookFunction } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Json } from '../json.ts'
import { checkGuards, type Guard } from '../state/guard.ts'
import type { Initiator, Receipt } from '../state/receipt.ts'
import type { Refusal } from '../state/refusal.ts'
import type { StoryState } from '../state/storyState.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { hasRevealedOwner } from './hasRevealedOwner.ts'
import { parseArguments } from './parseArguments.ts'
import type { NotPerformed } from './performed.ts'
import { CALL, performFunction } from './performFunction.ts'
import { narrationsIn } from './narrationsIn.ts'
import { runTriggers } from './runTriggers.ts'
import { describeChanges } from './changes/describeChanges.ts'

export interface FunctionCall {
  readonly function: string
  /** The narrator's arguments: any JSON, which `callFunction` validates. */
  readonly args: Json
  readonly by: Initiator
}

/** The tool's result for the narrator. */
export type CallResult =
  | {
      readonly result: 'applied'
      /** The outcome of the function's own check; absent without one. */
      readonly check?: 'passed' | 'failed'
      /** What changed, for the narrator: at least one line. */
      readonly changed: readonly string[]
      /** The author's words for this moment, in order; absent if there are none. */
      readonly narrations?: readonly string[]
    }
  /** The story's own refusal, which the narrator narrates. */
  | { readonly result: 'refused'; readonly code: string; readonly reason: string }
  /** A mistake in the call itself. It is no event of the story: it leaves no receipt, and players don't read of it. */
  | {
      readonly result: 'error'
      readonly code: string
      readonly message: string
      /** What would be accepted instead: only what the narrator knows, and not always everything. */
      readonly valid: readonly string[]
    }

export interface CallOutcome {
  /** Unchanged if the call was refused. */
  readonly state: StoryState
  /** The receipt of the call, then those of the triggers that fired. */
  readonly receipts: readonly Receipt[]
  readonly result: CallResult
}

/**
 * Runs one call of a function on the current state, then the triggers that become due. All checks come first and may
 * refuse the call, which changes nothing; the changes after them can't fail. Order: gamebook format, section 8.3.
 */
export function callFunction(world: World, call: FunctionCall, report: ReportFailure): CallOutcome {
  const performed = performCall(world, call, report)
  if (performed.refusal !== null) return refuse(world, call, performed)
  const followed = runTriggers({ ...world, state: performed.state }, report)
  const receipts = [performed.receipt, ...followed.receipts]
  const changed = describeChanges(world, { ...world, state: followed.state }, receipts)
  const narrations = narrationsIn(receipts)
  return {
    state: followed.state,
    receipts,
    result: {
      result: 'applied',
      ...checkOf(performed.receipt),
      changed,
      ...(narrations.length > 0 && { narrations }),
    },
  }
}

function checkOf({ roll }: Receipt): { readonly check?: 'passed' | 'failed' } {
  if (roll?.success === undefined) return {}
  return { check: roll.success ? 'passed' : 'failed' }
}

export interface CompletedCall {
  readonly refusal: null
  readonly state: StoryState
  readonly receipt: Receipt
}

type RefusedCall = Pick<NotPerformed, 'refusal' | 'guards' | 'args'>

/** Runs the call without triggers and without a result for the narrator. */
export function performCall(world: World, call: FunctionCall, report: ReportFailure): CompletedCall | RefusedCall {
  if (world.state.ended !== undefined) return { refusal: GAME_ENDED, guards: [], args: call.args }
  const fn = findFunction(world, call.function)
  if (fn === undefined) return { refusal: NO_SUCH_FUNCTION, guards: [], args: call.args }
  const parsed = parseArguments(world, fn, call.args, report)
  if (parsed.refusal !== null) return { refusal: parsed.refusal, guards: [], args: call.args }
  const guard = checkGuards(world, guardOf(fn), report)
  if (guard.refusal !== null) return { refusal: guard.refusal, guards: guard.records, args: call.args }
  const inside = { ...world, locals: new Map([['param', parsed.values]]) }
  const outcome = performFunction(inside, fn, parsed.given, { by: call.by, report, where: fn.name })
  const guards = [...guard.records, ...outcome.guards]
  if (outcome.refusal !== null) return { ...outcome, guards }
  const { state, action, args, edge, roll, changes, effects } = outcome
  const receipt: Receipt = {
    action,
    by: call.by,
    function: fn.name,
    args,
    ...(edge !== undefined && { edge }),
    result: 'applied',
    guards,
    ...(roll !== null && { roll }),
    changes,
    ...(effects.length > 0 && { effects }),
  }
  return { refusal: null, state, receipt }
}

const GAME_ENDED: Refusal = { code: 'game-ended', reason: 'The story is over.' }
const NO_SUCH_FUNCTION: Refusal = { code: 'no-such-function', reason: 'Unknown function.' }

function findFunction(world: World, name: string): GamebookFunction | undefined {
  const fn = indexOf(world.gamebook).functions.get(name)
  return fn !== undefined && hasRevealedOwner(world, fn) ? fn : undefined
}

/** The guard of a function; none if it can always be called. */
export function guardOf(fn: GamebookFunction): readonly Guard[] {
  if (fn.enabled === null) return []
  const { name, enabled: condition, otherwise } = fn
  const defaultReason = "You can't do that now."
  return [{ name: `${name}.enabled`, condition, code: 'not-enabled', otherwise, defaultReason }]
}

function refuse({ gamebook, state }: World, call: FunctionCall, { refusal, guards, args }: RefusedCall): CallOutcome {
  const { code, reason } = refusal
  const receipt: Receipt = {
    action: indexOf(gamebook).functions.get(call.function)?.mainAction?.action ?? CALL,
    by: call.by,
    function: call.function,
    args,
    result: 'refused',
    code,
    reason,
    guards,
    changes: [],
  }
  return { state, receipts: [receipt], result: { result: 'refused', code, reason } }
}
