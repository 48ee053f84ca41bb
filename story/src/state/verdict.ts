import type { Json } from '../json.ts'
import type { StateChange } from './change.ts'
import type { Initiator, GuardRecord } from './receipt.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { ReportFailure } from './errorFallback.ts'
import type { World } from './world.ts'

/**
 * Returns the changes of an action, or why it is refused. It changes nothing and never throws, because the payload can
 * contain any value of a parameter or expression.
 */
export type CheckAction = (world: World, payload: Payload, request: ActionRequest) => Verdict

export interface Payload {
  readonly [key: string]: Json
}

export interface ActionRequest {
  readonly by: Initiator
  readonly report: ReportFailure
}

export type Verdict = Allowed | Refused

export interface Allowed {
  /** The evaluated guards. */
  readonly guards: readonly GuardRecord[]
  readonly refusal: null
  readonly change: StateChange
}

export interface Refused {
  readonly guards: readonly GuardRecord[]
  readonly refusal: Refusal
}

export function allow(change: StateChange, guards: readonly GuardRecord[] = []): Allowed {
  return { guards, refusal: null, change }
}

/** `reason` names only visible entities, because it is sent to the model. */
export function refuse(code: RefusalCode, reason: string, guards: readonly GuardRecord[] = []): Refused {
  return { guards, refusal: { code, reason } }
}

/** Whether edges and visibility limit the action. They don't limit effects and triggers, which the author wrote. */
export function isBound({ by }: ActionRequest): boolean {
  return by === 'tool' || by === 'player'
}
