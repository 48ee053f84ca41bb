import type { Json } from '../json.ts'

/**
 * The record that a change was done, or refused and why. Keys as in the gamebook format, section 8.3:
 * receipts are stored and shown as they are.
 */
export interface Receipt {
  readonly action: string
  readonly by: Initiator
  readonly function?: string
  /** The trigger that it follows from. */
  readonly trigger?: string
  /** The payload; the arguments where the call was refused before it had one, or has no main action (`core/call`). */
  readonly args: Json
  readonly result: 'applied' | 'refused' | 'failed'
  readonly code?: string
  readonly reason?: string
  /** The declared guards that were asked, in order. */
  readonly guards: readonly GuardRecord[]
  readonly roll?: RollRecord
  /** Real changes only. */
  readonly changes: readonly ChangeRecord[]
  /** What was done besides, in order. */
  readonly effects?: readonly EffectRecord[]
}

/** An effect that was done: refused ones undo the whole call. */
export interface EffectRecord {
  readonly action: string
  readonly args: Json
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
  /** What was added went beyond a bound. */
  readonly clamped?: true
}

/** The action of the engine's report of what it could not keep of a saved state. */
export const RESTORE = 'core/restore'
