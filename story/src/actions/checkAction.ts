import { NO_CHANGE } from '../state/change.ts'
import { allow, type CheckAction } from '../state/verdict.ts'
import { checkAdvance } from '../traits/clock/check.ts'
import { checkTransition } from '../traits/graph/check.ts'
import { checkDrop, checkGive, checkTake } from '../traits/item/check.ts'
import { checkEndGame, checkResetGame, checkReveal } from './core.ts'
import { checkAdd, checkListAdd, checkListRemove, checkSet, checkToggle } from './fields.ts'

/** The engine's actions but `dice/roll`, of which others follow. */
const checks: ReadonlyMap<string, CheckAction> = new Map([
  ['graph/transition', checkTransition],
  ['state/set', checkSet],
  ['state/add', checkAdd],
  ['state/toggle', checkToggle],
  ['list/add', checkListAdd],
  ['list/remove', checkListRemove],
  ['clock/advance', checkAdvance],
  ['item/take', checkTake],
  ['item/drop', checkDrop],
  ['item/give', checkGive],
  ['core/reveal', checkReveal],
  ['core/end-game', checkEndGame],
  ['core/reset-game', checkResetGame],
])

/** What an action would change now, or why it is refused. An event of the gamebook's own is recorded and changes nothing. */
export function checkAction(
  action: string,
  ...[world, payload, request]: Parameters<CheckAction>
): ReturnType<CheckAction> {
  const check = checks.get(action)
  return check === undefined ? allow(NO_CHANGE) : check(world, payload, request)
}
