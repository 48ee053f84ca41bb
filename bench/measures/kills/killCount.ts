export interface KillCount {
  readonly kills: number
  /** Messages that were checked after a kill. */
  readonly checked: number
  /** Messages that were stored or acknowledged, and are gone or differ. */
  readonly lost: number
  /** Starts that failed, and sessions that can't be read. */
  readonly broken: number
}
