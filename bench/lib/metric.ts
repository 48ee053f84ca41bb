/** One line of the table. */
export interface Metric {
  readonly group: string
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly baseline?: number
  readonly direct?: number
  readonly threshold?: Threshold
}

/** Limits for our value. All that are given hold for a metric that meets its threshold. */
export interface Threshold {
  readonly atMost?: number
  readonly atLeast?: number
  /** A multiple of the baseline. */
  readonly timesBaseline?: number
}
