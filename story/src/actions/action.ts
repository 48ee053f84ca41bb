import type { CheckAction } from '../state/verdict.ts'
import type { PayloadKey } from './payload.ts'
import type { StaticCall, WriteRecorder } from './writeRecorder.ts'

/** The single definition of an action, for the format, the engine, the checker and the built-in narrator. */
export interface Action extends ActionFormat {
  /** Returns the state change, or why the engine refuses the action. */
  readonly check: CheckAction
  /** Records everything that a call could do. Too little makes the checker wrong, too much leaves its questions open. */
  readonly recordWrites: (call: StaticCall, recorder: WriteRecorder) => void
  /** The verbs with which players ask for it, whatever the name of its function. */
  readonly verbs: readonly string[]
}

/** How a gamebook writes an action. */
export interface ActionFormat {
  /** The short name that a function may give instead of the action. */
  readonly target: string | null
  /** The payload of section 8.2 of the gamebook format, in the order in which receipts list it. */
  readonly payload: ReadonlyMap<string, PayloadKey>
}
