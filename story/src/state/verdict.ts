import type { Json } from '../json.ts'
import type { StateChange } from './change.ts'
import type { Initiator, GuardRecord } from './receipt.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { ReportFailure } from './errorFallback.ts'
import type { World } from './world.ts'

/**
 * Says what an action would change, or why it is refused. Changes nothing and never throws, whatever the payload:
 * parameters and expressions may have brought anything into it.
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
  /** The declared guards that were asked. */
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

/** `reason` names nothing but what is visible: a model is told it. */
export function refuse(code: RefusalCode, reason: string, guards: readonly GuardRecord[] = []): Refused {
  return { guards, refusal: { code, reason } }
}

/** Whether the ways and the reach of people bind the asker; effects and triggers are the author's word. */
export function isBound({ by }: ActionRequest): boolean {
  return by === 'tool' || by === 'player'
}
