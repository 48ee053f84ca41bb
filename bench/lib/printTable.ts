import type { Threshold, Metric } from './metric.ts'

const HEADINGS = ['figure', 'ours', 'floor', 'direct', 'ours/floor', 'aim', '']

export function printTable(figures: readonly Metric[]): void {
  const rows = figures.map((figure) => [
    figure.name,
    `${round(figure.ours)} ${figure.unit}`.trim(),
    round(figure.floor),
    round(figure.direct),
    figure.floor === undefined || figure.floor === 0 ? '' : `${(figure.ours / figure.floor).toFixed(2)}×`,
    figure.aim ? describe(figure.aim, figure.unit) : '',
    figure.aim ? verdict(figure, figure.aim) : '',
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
    const next = figures[index]?.group ?? ''
    if (next !== group) console.log(`\n${next}`)
    group = next
    console.log(line(row))
  })
}

function verdict({ ours, floor = NaN }: Metric, aim: Threshold): string {
  if ('atLeast' in aim) return ours >= aim.atLeast ? 'met' : 'NOT MET'
  const limit = 'atMost' in aim ? aim.atMost : aim.timesFloor * floor
  return ours <= limit ? 'met' : 'NOT MET'
}

function describe(aim: Threshold, unit: string): string {
  if ('timesFloor' in aim) return `≤ ${aim.timesFloor}× floor`
  return 'atLeast' in aim ? `≥ ${aim.atLeast} ${unit}`.trim() : `≤ ${aim.atMost} ${unit}`.trim()
}

function round(value: number | undefined): string {
  if (value === undefined) return ''
  if (Number.isNaN(value)) return '–'
  if (Number.isInteger(value)) return String(value)
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2)
}
