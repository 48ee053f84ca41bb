/** A part of a saved state that did not fit (gamebook format, section 8.1). The stored state itself stays unchanged. */
export interface StateFinding {
  readonly code: 'state-orphan' | 'state-type' | 'state-dynamic' | 'state-invalid'
  /** `entities.player.nerve` */
  readonly path: string
  /** What did not fit, and how it was changed. */
  readonly message: string
}

export type ReportState = (code: StateFinding['code'], path: string, message: string) => void
