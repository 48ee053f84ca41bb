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

export const ROLL = 'dice/roll' satisfies ActionName

/** Every action except the dice roll, which has effects of its own and is stored as a `Roll`. */
export type SingleActionName = Exclude<ActionName, typeof ROLL>
