import type { Json } from '../json.ts'

/**
 * The record that a change was done, or refused and why. Keys as in the gamebook format, section 8.3:
 * receipts are stored and shown as they are.
 */
export interface Receipt {
  readonly action: string
  readonly by: Asker
  readonly function?: string
  /** The payload; the arguments where the call was refused before it had one. */
  readonly args: Json
  readonly result: 'applied' | 'refused' | 'failed'
  readonly code?: string
  readonly reason?: string
  /** The declared guards that were asked, in order. */
  readonly guards: readonly GuardRecord[]
  /** Real changes only. */
  readonly changes: readonly ChangeRecord[]
}

export type Asker = 'tool' | 'player' | 'trigger' | 'system'

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
}
