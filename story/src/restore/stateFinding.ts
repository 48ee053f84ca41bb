/** What was not as it should be in a saved state (gamebook format, section 8.1). The store keeps the state as it was. */
export interface StateFinding {
  readonly code: 'state-orphan' | 'state-type' | 'state-dynamic' | 'state-invalid'
  /** `entities.player.nerve` */
  readonly path: string
  /** What is so, and what became of it. */
  readonly message: string
}

export type ReportState = (code: StateFinding['code'], path: string, message: string) => void
