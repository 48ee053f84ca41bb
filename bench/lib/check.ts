import type { Metric } from './metric.ts'
import { isMet } from './threshold.ts'

/** How far a ratio may miss its threshold: it drifts on a busy machine. */
const RATIO_FACTOR = 2
/** Durations without a baseline say more about the machine than about the app. */
const UNCHECKED: ReadonlySet<string> = new Set(['s', 'ms', 'µs'])
/** Counts and sizes are the same on every machine, apart from the memory of a process. */
const FACTORS: Readonly<Record<string, number>> = { '×': RATIO_FACTOR, MiB: 1.25 }

/** Whether a metric is good enough for `--check`, on a machine of any speed that is busy with something else. */
export function passesCheck(metric: Metric): boolean {
  const { timesBaseline, ...absolute } = metric.threshold ?? {}
  const isRatioMet =
    timesBaseline === undefined || isMet({ ...metric, threshold: { timesBaseline } }, RATIO_FACTOR) === true
  const isValueMet =
    UNCHECKED.has(metric.unit) || isMet({ ...metric, threshold: absolute }, FACTORS[metric.unit] ?? 1) === true
  return isRatioMet && isValueMet
}
