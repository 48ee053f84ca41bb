/** The actions of the engine. `actions/actions.ts` defines each of them and doesn't compile if one is missing. */
export type ActionName =
  | 'graph/transition'
  | 'state/set'
  | 'state/add'
  | 'state/toggle'
  | 'list/add'
  | 'list/remove'
  | 'dice/roll'
  | 'clock/advance'
  | 'item/take'
  | 'item/drop'
  | 'item/give'
  | 'core/reveal'
  | 'core/end-game'
  | 'core/reset-game'
  | 'core/narrate'
  | 'talk/ask'
  | 'talk/expect'

export const ROLL = 'dice/roll' satisfies ActionName
export const NARRATE = 'core/narrate' satisfies ActionName

/** The action in receipts of promises, which authors write as `promise`. */
export const PROMISE = 'core/promise'

/** Every action except the dice roll and the narration, which are stored as a `Roll` and a `Narration`. */
export type SingleActionName = Exclude<ActionName, typeof ROLL | typeof NARRATE>
