import type { Earlier } from './earlier.ts'
import { type Metric, ratioOf } from './metric.ts'
import { describeThreshold, isMet } from './threshold.ts'

interface Column {
  readonly heading: string
  cell(metric: Metric): string
}

const VERDICTS: ReadonlyMap<boolean | undefined, string> = new Map([
  [true, 'met'],
  [false, 'NOT MET'],
])

/** The table for people, with a column for an earlier run if there is one. */
export function formatTable(metrics: readonly Metric[], earlier?: Earlier): string {
  const columns = listColumns(earlier)
  const widths = columns.map(({ heading, cell }) =>
    Math.max(heading.length, ...metrics.map((metric) => cell(metric).length)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const groups = Map.groupBy(metrics, ({ group }) => group)
  return [
    line(columns.map(({ heading }) => heading)),
    ...[...groups].flatMap(([group, lines]) => [
      '',
      group,
      ...lines.map((metric) => line(columns.map(({ cell }) => cell(metric)))),
    ]),
  ].join('\n')
}

const listColumns = (earlier: Earlier | undefined): readonly Column[] => [
  { heading: 'metric', cell: ({ name }) => name },
  { heading: 'ours', cell: ({ ours, unit }) => `${round(ours)} ${unit}`.trim() },
  ...(earlier ? [{ heading: 'before', cell: (metric: Metric) => round(earlier.valueOf(metric)) }] : []),
  { heading: 'baseline', cell: ({ baseline }) => round(baseline) },
  { heading: 'direct', cell: ({ direct }) => round(direct) },
  { heading: 'ours/baseline', cell: (metric) => ratioOf(metric)?.toFixed(2).concat('×') ?? '' },
  { heading: 'threshold', cell: describeThreshold },
  { heading: '', cell: (metric) => VERDICTS.get(isMet(metric)) ?? '' },
]

function round(value: number | undefined): string {
  if (value === undefined) return ''
  if (Number.isNaN(value)) return '–'
  if (Number.isInteger(value)) return String(value)
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2)
}
