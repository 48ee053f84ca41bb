import { actions } from '../actions/actions.ts'
import { checkNudge } from '../actions/nudge.ts'
import { holds } from '../expressions/evaluate/evaluate.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import { NARRATE, PROMISE, ROLL } from '../gamebook/actionName.ts'
import type { ActionCall, Effect, EventCall, MainAction, Roll } from '../gamebook/gamebook.ts'
import { applyChange, NO_CHANGE } from '../state/change.ts'
import { EXPRESSION_ERROR } from '../state/guard.ts'
import type { EffectRecord, GuardRecord } from '../state/receipt.ts'
import { recordChanges } from '../state/recordChanges.ts'
import { allow, type Payload, type Verdict } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { evaluateArgs } from './evaluateArgs.ts'
import { performNarration, performPromise } from './narrate.ts'
import { countEffect, nestDeeper, startNesting, TOO_MANY_EFFECTS } from './nesting.ts'
import type { EffectRequest, NotPerformed, Performed, PerformedEffects, PreparedAction } from './performed.ts'
import { consequencesOf, rollCheck, withRoll } from './rollCheck.ts'

/** Performs one effect on the current state. Null if its `if` is false. */
export function performEffect(world: World, effect: Effect, request: EffectRequest): Performed | NotPerformed | null {
  return orRefuse({ action: nameOf(effect), args: {} }, request, () => {
    if (!holds(effect.if, world)) return null
    switch (effect.kind) {
      case 'roll':
        return performRoll(world, effect, request)
      case 'narration':
        return performNarration(world, effect, request)
      case 'promise':
        return performPromise(world, effect)
      case 'action':
      case 'event':
        return performAction(world, effect, request)
    }
  })
}

/** Performs effects in order; a refused effect undoes the ones before it. */
export function performEffects(
  start: World,
  effects: readonly Effect[],
  request: EffectRequest,
): PerformedEffects | NotPerformed {
  const records: EffectRecord[] = []
  const guards: GuardRecord[] = []
  let { state } = start
  for (const effect of effects) {
    if (request.nesting !== undefined && !countEffect(request.nesting)) {
      return { refusal: TOO_MANY_EFFECTS, action: nameOf(effect), args: {}, guards }
    }
    const outcome = performEffect({ ...start, state }, effect, request)
    if (outcome === null) continue
    guards.push(...outcome.guards)
    if (outcome.refusal !== null) return { ...outcome, guards }
    state = outcome.state
    records.push(outcome.record)
    if (outcome.isReset) return { refusal: null, state, records, guards, isReset: true }
  }
  return { refusal: null, state, records, guards, isReset: false }
}

/**
 * `given` holds the payload keys that come from the parameters of a function.
 * Throws `ExpressionError` if the payload can't be evaluated.
 */
export function prepareAction(
  world: World,
  call: MainAction,
  request: EffectRequest,
  given: Payload = {},
): PreparedAction | NotPerformed {
  const args = { ...evaluateArgs(world, call.args), ...given }
  return { action: call.action, args, ...checkCall(world, call, args, request) }
}

function checkCall(world: World, call: MainAction, args: Payload, request: EffectRequest): Verdict {
  switch (call.kind) {
    case 'event':
      return allow(NO_CHANGE)
    case 'nudge':
      return checkNudge(world, call, args)
    case 'action':
      return actions[call.action].check(world, args, request)
  }
}

function performAction(world: World, call: ActionCall | EventCall, request: EffectRequest): Performed | NotPerformed {
  const prepared = prepareAction(world, call, request)
  return prepared.refusal === null ? performPrepared(world, prepared, request) : prepared
}

/**
 * Performs an allowed action in the order of the format: the effects of the edge, the change itself, then what it
 * entails. A refusal of any of them undoes all.
 */
export function performPrepared(
  world: World,
  { action, args, guards, before, edge, enact }: PreparedAction,
  request: EffectRequest,
): Performed | NotPerformed {
  const first = performNested(world, before, request)
  if (first.refusal !== null) return { refusal: first.refusal, action, args, guards: [...guards, ...first.guards] }
  const changed = { ...world, state: first.state }
  const { change, after } = enact(changed)
  const isReset = first.isReset || change.kind === 'reset'
  const state = first.isReset ? first.state : applyChange(first.state, change)
  const changes = first.isReset ? [] : recordChanges(changed, change)
  const last = performNested({ ...world, state }, isReset ? [] : after, request)
  const allGuards = [...guards, ...first.guards, ...last.guards]
  if (last.refusal !== null) return { refusal: last.refusal, action, args, guards: allGuards }
  const effects = [...first.records, ...last.records]
  const record = { action, args, ...(edge !== undefined && { edge }), changes, ...(effects.length > 0 && { effects }) }
  return { refusal: null, state: last.state, record, guards: allGuards, isReset: isReset || last.isReset }
}

/** Effects that an action brings with it are the author's word, whoever asked for the action. */
function performNested(
  world: World,
  effects: readonly Effect[],
  request: EffectRequest,
): PerformedEffects | Pick<NotPerformed, 'refusal' | 'guards'> {
  if (effects.length === 0) return { refusal: null, state: world.state, records: [], guards: [], isReset: false }
  const nesting = nestDeeper(request.nesting ?? startNesting())
  if (nesting === null) return { refusal: TOO_MANY_EFFECTS, guards: [] }
  return performEffects(world, effects, { ...request, by: request.by === 'trigger' ? 'trigger' : 'system', nesting })
}

/** Turns a failed expression into a refusal and reports it: an author's error never stops a turn. */
export function orRefuse<Outcome>(
  call: Pick<NotPerformed, 'action' | 'args'>,
  request: EffectRequest,
  run: () => Outcome,
): Outcome | NotPerformed {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    request.report(request.where, error)
    return { ...call, refusal: EXPRESSION_ERROR, guards: [] }
  }
}

function performRoll(world: World, roll: Roll, request: EffectRequest): Performed | NotPerformed {
  const rolled = rollCheck(world, roll, request)
  if (rolled.refusal !== null) return { ...rolled, action: ROLL }
  const after = withRoll({ ...world, state: rolled.state }, rolled.roll)
  const outcome = performEffects(after, consequencesOf(roll, rolled.roll), request)
  if (outcome.refusal !== null) return { ...outcome, action: ROLL, args: rolled.args }
  const { args, roll: record, changes } = rolled
  const { state, records, guards, isReset } = outcome
  const effects = records.length > 0 && { effects: records }
  return { refusal: null, state, record: { action: ROLL, args, roll: record, changes, ...effects }, guards, isReset }
}

function nameOf(effect: Effect): string {
  switch (effect.kind) {
    case 'roll':
      return ROLL
    case 'narration':
      return NARRATE
    case 'promise':
      return PROMISE
    case 'action':
    case 'event':
      return effect.action
  }
}
