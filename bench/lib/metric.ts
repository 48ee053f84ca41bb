/** One line of the table. */
export interface Metric {
  readonly group: string
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly floor?: number
  readonly direct?: number
  readonly aim?: Threshold
}

/** At most so much, or at most so many times the floor. */
export type Threshold = { readonly atMost: number } | { readonly timesFloor: number } | { readonly atLeast: number }
