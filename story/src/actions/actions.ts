import type { ActionName, SingleActionName } from '../gamebook/actionName.ts'
import type { Action, ActionFormat } from './action.ts'
import { clockAdvance } from './clockAdvance.ts'
import { coreEndGame, coreNarrate, coreResetGame, coreReveal } from './coreActions.ts'
import { diceRoll } from './diceRoll.ts'
import { graphTransition } from './graphTransition.ts'
import { itemDrop, itemGive, itemTake } from './itemActions.ts'
import { listAdd, listRemove } from './listActions.ts'
import { stateAdd, stateSet, stateToggle } from './stateActions.ts'
import { talkAsk, talkExpect } from './talkActions.ts'

type Actions = { readonly [Name in ActionName]: Name extends SingleActionName ? Action : ActionFormat }

/** The actions of the engine. A new action needs only a name in `ActionName` and a line here. */
export const actions: Actions = {
  'graph/transition': graphTransition,
  'state/set': stateSet,
  'state/add': stateAdd,
  'state/toggle': stateToggle,
  'list/add': listAdd,
  'list/remove': listRemove,
  'dice/roll': diceRoll,
  'clock/advance': clockAdvance,
  'item/take': itemTake,
  'item/drop': itemDrop,
  'item/give': itemGive,
  'core/reveal': coreReveal,
  'core/end-game': coreEndGame,
  'core/reset-game': coreResetGame,
  'core/narrate': coreNarrate,
  'talk/ask': talkAsk,
  'talk/expect': talkExpect,
}
