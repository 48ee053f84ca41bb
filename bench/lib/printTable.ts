import { type Metric, ratioOf } from './metric.ts'
import { describeThreshold, isMet } from './threshold.ts'

const HEADINGS = ['metric', 'ours', 'baseline', 'direct', 'ours/baseline', 'threshold', '']
const VERDICTS: ReadonlyMap<boolean | undefined, string> = new Map([
  [true, 'met'],
  [false, 'NOT MET'],
])

export function printTable(metrics: readonly Metric[]): void {
  const rows = metrics.map((metric) => [
    metric.name,
    `${round(metric.ours)} ${metric.unit}`.trim(),
    round(metric.baseline),
    round(metric.direct),
    ratioOf(metric)?.toFixed(2).concat('×') ?? '',
    describeThreshold(metric),
    VERDICTS.get(isMet(metric)) ?? '',
  ])
  const widths = HEADINGS.map((heading, column) =>
    Math.max(...[HEADINGS, ...rows].map((row) => (row[column] ?? heading).length)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')

  console.log(line(HEADINGS))
  let group = ''
  rows.forEach((row, index) => {
    const next = metrics[index]?.group ?? ''
    if (next !== group) console.log(`\n${next}`)
    group = next
    console.log(line(row))
  })
}

function round(value: number | undefined): string {
  if (value === undefined) return ''
  if (Number.isNaN(value)) return '–'
  if (Number.isInteger(value)) return String(value)
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2)
}
