import { stateSet } from '../actions/stateActions.ts'
import { requireNumber } from '../expressions/evaluate/arithmetic.ts'
import { evaluate } from '../expressions/evaluate/evaluate.ts'
import type { Expression, Value } from '../expressions/expression.ts'
import type { Locals } from '../expressions/scope.ts'
import type { Roll } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { applyChange, NO_CHANGE } from '../state/change.ts'
import type { ChangeRecord, RollRecord } from '../state/receipt.ts'
import { recordChanges } from '../state/recordChanges.ts'
import type { StoryState } from '../state/storyState.ts'
import { allow, type ActionRequest, type Refused } from '../state/verdict.ts'
import type { World } from '../state/world.ts'

/** Rolled dice, and the state with the total in the author's field. */
export interface RollResult {
  readonly refusal: null
  readonly state: StoryState
  /** The evaluated payload of `dice/roll`. */
  readonly args: Json
  readonly roll: RollRecord
  readonly changes: readonly ChangeRecord[]
}

/** Refused if the total can't be written. Throws `ExpressionError` if a number of the roll can't be evaluated. */
export function rollCheck(
  world: World,
  roll: Roll,
  request: ActionRequest,
): RollResult | (Refused & { readonly args: Json }) {
  const add = roll.add === null ? null : numberOf(world, roll.add)
  const atLeast = roll.atLeast === null ? null : numberOf(world, roll.atLeast)
  const { dice, rng } = world.rollDice(world.state.rng, roll.count, roll.sides)
  const total = dice.reduce((sum, die) => sum + die, add ?? 0)
  const args = {
    roll: roll.roll,
    ...(add !== null && { add }),
    ...(atLeast !== null && { at_least: atLeast }),
    ...(roll.into !== null && { entity_id: roll.into.entityId, into: roll.into.field }),
  }
  const written = roll.into === null ? allow(NO_CHANGE) : writeTotal(world, roll.into, total, request)
  if (written.refusal !== null) return { ...written, args }
  const { change } = written.enact(world)
  return {
    refusal: null,
    state: applyChange({ ...world.state, rng }, change),
    args,
    roll: {
      roll: roll.roll,
      dice,
      add: add ?? 0,
      total,
      ...(atLeast !== null && { at_least: atLeast, success: total >= atLeast }),
    },
    changes: recordChanges(world, change),
  }
}

/** The effects of a roll; empty for a roll without a target number. */
export function consequencesOf({ onSuccess, onFailure }: Roll, { success }: RollRecord): Roll['onSuccess'] {
  if (success === undefined) return []
  return success ? onSuccess : onFailure
}

/** The world in which the effects of a roll can read `roll.total` and `roll.success`. */
export function withRoll(world: World, { total, success }: RollRecord): World {
  const roll = new Map<string, Value>([['total', total]])
  if (success !== undefined) roll.set('success', success)
  const locals: Locals = new Map([...(world.locals ?? []), ['roll', roll]])
  return { ...world, locals }
}

function numberOf(world: World, value: number | Expression): number {
  if (typeof value === 'number') return value
  return requireNumber(evaluate(value, world), value.root, 'a roll', value)
}

function writeTotal(
  world: World,
  { entityId, field }: NonNullable<Roll['into']>,
  value: number,
  request: ActionRequest,
) {
  return stateSet.check(world, { entity_id: entityId, field, value }, request)
}
