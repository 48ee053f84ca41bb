import type { Json } from '../json.ts'
import type { Effect } from '../gamebook/gamebook.ts'
import type { StateChange } from './change.ts'
import type { Initiator, GuardRecord } from './receipt.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { ReportFailure } from './errorFallback.ts'
import type { World } from './world.ts'

/**
 * Returns what an action does, or why it is refused. It changes nothing and never throws, because the payload can
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

interface Understood {
  /** The payload as the action understood it; absent if that is the payload as given. */
  readonly args?: Payload
}

export interface Allowed extends Understood {
  /** The evaluated guards. */
  readonly guards: readonly GuardRecord[]
  readonly refusal: null
  /** Effects of the author that come before the change: those of an edge. */
  readonly before: readonly Effect[]
  /** The edge of a move, if its id is not the id of the node it leads to. */
  readonly edge?: string
  /** The change of the state after `before`. It can't fail. */
  readonly enact: (world: World) => Enacted
}

export interface Enacted {
  readonly change: StateChange
  /** Effects of the author that the change entails, such as those of an entered node. */
  readonly after: readonly Effect[]
}

export interface Refused extends Understood {
  readonly guards: readonly GuardRecord[]
  readonly refusal: Refusal
}

export function allow(change: StateChange, guards: readonly GuardRecord[] = []): Allowed {
  return { guards, refusal: null, before: [], enact: () => ({ change, after: [] }) }
}

/** `reason` names only visible entities, because it is sent to the model. */
export function refuse(code: RefusalCode, reason: string, guards: readonly GuardRecord[] = []): Refused {
  return { guards, refusal: { code, reason } }
}

/** Whether edges and visibility limit the action. They don't limit effects and triggers, which the author wrote. */
export function isBound({ by }: ActionRequest): boolean {
  return by === 'tool' || by === 'player'
}
