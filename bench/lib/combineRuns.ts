import { type Metric, ratioOf } from './metric.ts'
import { median } from './quantile.ts'

/** The medians of each metric over several runs. A ratio is the median of each run's ratio, because the machine's speed drifts. */
export function combineRuns(runs: readonly (readonly Metric[])[]): Metric[] {
  const byName = Map.groupBy(runs.flat(), ({ group, name }) => `${group}\n${name}`)
  return [...byName.values()].flatMap((measured) => {
    const [first] = measured
    return first === undefined ? [] : [combine(first, measured)]
  })
}

function combine(first: Metric, measured: readonly Metric[]): Metric {
  const of = (read: (metric: Metric) => number | undefined): number | undefined => {
    const values = measured.flatMap((metric) => read(metric) ?? [])
    return values.length === 0 ? undefined : median(values)
  }
  const baseline = of((metric) => metric.baseline)
  const direct = of((metric) => metric.direct)
  const ratio = of(ratioOf)
  return {
    ...first,
    ours: median(measured.map(({ ours }) => ours)),
    ...(baseline !== undefined && { baseline }),
    ...(direct !== undefined && { direct }),
    ...(ratio !== undefined && { ratio }),
  }
}
