/** The actions of the engine. Each is described in `actions/actions.ts`, which does not compile without one of them. */
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

/** Every action but the roll of dice, on which other effects depend: a gamebook holds it as a `Roll`. */
export type SingleActionName = Exclude<ActionName, typeof ROLL>
