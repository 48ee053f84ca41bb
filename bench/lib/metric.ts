/** One line of the table. */
export interface Metric {
  readonly group: string
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly baseline?: number
  readonly direct?: number
  /** Our value as a multiple of the baseline. */
  readonly ratio?: number
  readonly threshold?: Threshold
}

/** Limits for our value. A metric meets its threshold if it is within all that are given. */
export interface Threshold {
  readonly atMost?: number
  readonly atLeast?: number
  /** A multiple of the baseline. */
  readonly timesBaseline?: number
}

/** Undefined without a baseline. */
export function ratioOf({ ours, baseline, ratio }: Metric): number | undefined {
  if (ratio !== undefined) return ratio
  return baseline === undefined || baseline === 0 ? undefined : ours / baseline
}
