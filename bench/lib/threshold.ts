import { type Metric, ratioOf } from './metric.ts'

/** Undefined without a threshold. A value that could not be measured does not meet its threshold. */
export function isMet(metric: Metric, factor = 1): boolean | undefined {
  if (metric.threshold === undefined) return undefined
  const { atMost = Infinity, atLeast = -Infinity, timesBaseline = Infinity } = metric.threshold
  const { ours } = metric
  const ratio = timesBaseline === Infinity ? 0 : (ratioOf(metric) ?? NaN)
  return ours <= atMost * factor && ours >= atLeast / factor && ratio <= timesBaseline * factor
}

export function describeThreshold({ threshold = {}, unit }: Metric): string {
  const { atMost, atLeast, timesBaseline } = threshold
  return [
    atMost === undefined ? '' : `≤ ${atMost} ${unit}`.trim(),
    atLeast === undefined ? '' : `≥ ${atLeast} ${unit}`.trim(),
    timesBaseline === undefined ? '' : `≤ ${timesBaseline}× baseline`,
  ]
    .filter((limit) => limit !== '')
    .join(', ')
}
