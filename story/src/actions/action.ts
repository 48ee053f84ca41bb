import type { CheckAction } from '../state/verdict.ts'
import type { AccessRecorder, StaticCall } from './access.ts'
import type { PayloadKey } from './payload.ts'

/** All that is known of an action: the format, the engine, the checker and the narrator read it here. */
export interface Action extends ActionFormat {
  /** What it would change now, or why it is refused. */
  readonly check: CheckAction
  /** Records what a call can read and write. Too much makes the checker slow, too little makes it wrong. */
  readonly recordAccess: (call: StaticCall, access: AccessRecorder) => void
  /** What players say for it, whatever its function is called. */
  readonly verbs: readonly string[]
}

/** How an action is written. */
export interface ActionFormat {
  /** The short name that a function may give instead of the action. */
  readonly target: string | null
  /** The payload of section 8.2 of the gamebook format, in the order of receipts. */
  readonly payload: ReadonlyMap<string, PayloadKey>
}
