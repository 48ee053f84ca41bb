import type { Json } from '../json.ts'
import type { EffectRecord, GuardRecord } from '../state/receipt.ts'
import type { Refusal } from '../state/refusal.ts'
import type { StoryState } from '../state/storyState.ts'
import type { ActionRequest, Allowed, Payload } from '../state/verdict.ts'
import type { Nesting } from './nesting.ts'

/** `where` names the function or trigger in reports of failures. */
export interface EffectRequest extends ActionRequest {
  readonly where: string
  /** Absent outside of the effects of an action. */
  readonly nesting?: Nesting
}

/** The intermediate result of a call or trigger. */
export interface Progress {
  readonly refusal: null
  readonly state: StoryState
  readonly guards: readonly GuardRecord[]
  /** The story started over, so the effects that follow are skipped. */
  readonly isReset: boolean
}

/** An action or roll that was carried out, with its own effects. */
export interface Performed extends Progress {
  readonly record: EffectRecord
}

/** A refused action or roll, which changed nothing. */
export interface NotPerformed {
  readonly refusal: Refusal
  readonly action: string
  readonly args: Json
  readonly guards: readonly GuardRecord[]
}

/** A list of effects that was carried out. */
export type PerformedEffects = Progress & { readonly records: readonly EffectRecord[] }

/** An allowed action with its evaluated payload. */
export interface PreparedAction {
  readonly refusal: null
  readonly action: string
  readonly args: Payload
  readonly guards: readonly GuardRecord[]
  readonly before: Allowed['before']
  readonly edge?: Allowed['edge']
  readonly enact: Allowed['enact']
}
