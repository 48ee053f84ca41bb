/** How a report starts. */
export interface ReportStart {
  /** Whether turns that were measured before stay. */
  readonly resume: boolean
  /** In the currency of the model's price, with what the report has cost before; null for no limit. */
  readonly maxCost: number | null
}
