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

/** A limit for our value: absolute, or as a multiple of the baseline. */
export type Threshold = { readonly atMost: number } | { readonly timesBaseline: number } | { readonly atLeast: number }
