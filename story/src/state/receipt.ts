import type { Json } from '../json.ts'

/**
 * The record of an applied, refused or failed action. Receipts are stored and displayed unchanged, so their keys are
 * those of the gamebook format, section 8.3.
 */
export interface Receipt {
  readonly action: string
  readonly by: Initiator
  readonly function?: string
  /** The trigger that caused it. */
  readonly trigger?: string
  /** The payload, or the call's arguments if it was refused too early or has no main action (`core/call`). */
  readonly args: Json
  /** The edge of a move, if its id is not the id of the node it leads to, which is `to` in `args`. */
  readonly edge?: string
  readonly result: 'applied' | 'refused' | 'failed'
  readonly code?: string
  readonly reason?: string
  /** The evaluated guards, in order. */
  readonly guards: readonly GuardRecord[]
  readonly roll?: RollRecord
  /** Only fields whose value differs. */
  readonly changes: readonly ChangeRecord[]
  /** The effects, in order. */
  readonly effects?: readonly EffectRecord[]
}

/** An applied effect; a refused effect undoes the whole call. */
export interface EffectRecord {
  readonly action: string
  readonly args: Json
  readonly edge?: string
  readonly roll?: RollRecord
  readonly changes: readonly ChangeRecord[]
  readonly effects?: readonly EffectRecord[]
}

export interface RollRecord {
  readonly roll: string
  readonly dice: readonly number[]
  readonly add: number
  readonly total: number
  readonly at_least?: number
  readonly success?: boolean
}

export type Initiator = 'tool' | 'player' | 'trigger' | 'system'

export interface GuardRecord {
  /** `go_to.enabled`, `square.edges.cellar` or `cellar.requires`. */
  readonly guard: string
  readonly source: Json
  readonly holds: boolean
}

export interface ChangeRecord {
  readonly entity: string
  readonly field: string
  readonly before: Json
  readonly after: Json
  /** The sum went beyond a limit. */
  readonly clamped?: true
}

/** The action in the receipt of a saved state that could not be restored completely. */
export const RESTORE = 'core/restore'
