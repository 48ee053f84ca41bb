import type { Metric } from '../lib/metric.ts'
import type { Target } from '../lib/target.ts'

/** What was measured at each target. */
export type ByTarget<Measured> = Record<Target['name'], Measured>

/** A line of the table out of what was measured at each target. */
export const compare = <Measured>(
  measured: ByTarget<Measured>,
  figure: Pick<Metric, 'group' | 'name' | 'unit' | 'aim'>,
  value: (measured: Measured) => number,
): Metric => ({
  ...figure,
  ours: value(measured.ours),
  floor: value(measured.floor),
  direct: value(measured.direct),
})
