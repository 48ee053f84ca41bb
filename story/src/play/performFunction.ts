import { findFormat } from '../actions/findAction.ts'
import type { Effect, GamebookFunction, MainAction } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { ChangeRecord, EffectRecord, GuardRecord, RollRecord } from '../state/receipt.ts'
import type { StoryState } from '../state/storyState.ts'
import type { Payload } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { consequencesOf, rollCheck, withRoll, type RollResult } from './rollCheck.ts'
import { startNesting } from './nesting.ts'
import { orRefuse, performEffects, performPrepared, prepareAction } from './performEffect.ts'
import type { EffectRequest, NotPerformed, PreparedAction } from './performed.ts'

/** The result of a function: its main action, its check and its effects. */
export interface PerformedFunction {
  readonly refusal: null
  readonly state: StoryState
  readonly guards: readonly GuardRecord[]
  readonly action: string
  /** The payload of the main action, else the arguments of the call. */
  readonly args: Json
  readonly edge?: string
  readonly roll: RollRecord | null
  readonly changes: readonly ChangeRecord[]
  readonly effects: readonly EffectRecord[]
}

/** The action in receipts of functions without a main action. */
export const CALL = 'core/call'

/**
 * Performs a function on the current state: it checks the main action, rolls, performs the action unless the roll
 * failed, then the effects and the consequences of the roll. Any refusal undoes all of it.
 */
export function performFunction(
  world: World,
  fn: GamebookFunction,
  given: Payload,
  requested: EffectRequest,
): PerformedFunction | NotPerformed {
  const request = { ...requested, nesting: startNesting() }
  const { mainAction, check } = fn
  const call = { action: mainAction?.action ?? CALL, args: given }
  const main = mainAction && orRefuse(call, request, () => prepareMain(world, mainAction, given, request))
  if (main !== null && main.refusal !== null) return main
  const rolled = check && orRefuse(call, request, () => rollCheck(world, check, request))
  const { args, guards } = main ?? { args: given, guards: [] }
  if (rolled !== null && rolled.refusal !== null) return { ...call, args, guards, refusal: rolled.refusal }
  const afterRoll = rolled === null ? world : withRoll({ ...world, state: rolled.state }, rolled.roll)
  const performed = main === null || rolled?.roll.success === false ? null : performPrepared(afterRoll, main, request)
  const mainGuards = performed?.guards ?? guards
  if (performed !== null && performed.refusal !== null)
    return { ...call, args, guards: mainGuards, refusal: performed.refusal }
  const afterMain = { ...afterRoll, state: performed?.state ?? afterRoll.state }
  const effects = performed?.isReset === true ? [] : allEffects(fn, rolled)
  // Edges and visibility limit the main action only.
  const followed = performEffects(afterMain, effects, { ...request, by: 'system' })
  const allGuards = [...mainGuards, ...followed.guards]
  if (followed.refusal !== null) return { ...call, args, guards: allGuards, refusal: followed.refusal }
  return {
    refusal: null,
    state: followed.state,
    guards: allGuards,
    ...call,
    args: performed?.record.args ?? args,
    ...(performed?.record.edge !== undefined && { edge: performed.record.edge }),
    roll: rolled?.roll ?? null,
    changes: [...(rolled?.changes ?? []), ...(performed?.record.changes ?? [])],
    effects: [...(performed?.record.effects ?? []), ...followed.records],
  }
}

/** A payload key that the author did not fix takes its value from the parameter of the same name. */
function prepareMain(
  world: World,
  call: MainAction,
  given: Payload,
  request: EffectRequest,
): PreparedAction | NotPerformed {
  const keys = call.kind === 'action' ? findFormat(call.action)?.payload : undefined
  const missing = Object.keys(given).filter((key) => !call.args.has(key) && (keys?.has(key) ?? true))
  return prepareAction(world, call, request, Object.fromEntries(missing.map((key) => [key, given[key] ?? null])))
}

function allEffects({ effects, check }: GamebookFunction, rolled: RollResult | null): readonly Effect[] {
  return check === null || rolled === null ? effects : [...effects, ...consequencesOf(check, rolled.roll)]
}
