import type { Metric } from '../lib/metric.ts'
import type { Target } from '../lib/target.ts'

/** The measurements of each target. */
export type ByTarget<Measured> = Record<Target['name'], Measured>

/** One line of the table, from the measurements of each target. */
export const compare = <Measured>(
  measured: ByTarget<Measured>,
  metric: Pick<Metric, 'group' | 'name' | 'unit' | 'threshold'>,
  value: (measured: Measured) => number,
): Metric => ({
  ...metric,
  ours: value(measured.ours),
  baseline: value(measured.baseline),
  direct: value(measured.direct),
})
