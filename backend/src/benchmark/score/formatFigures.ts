import type { Figures, Share } from './figures.ts'

/** What is not known, which is not zero. */
const UNKNOWN = '–'

interface Row {
  readonly label: string
  readonly show: (figures: Figures) => string
}

/** The figures, in the order in which they are read. */
const ROWS: readonly Row[] = [
  { label: 'turns measured', show: ({ turns, failed }) => (failed === 0 ? `${turns}` : `${turns}, ${failed} failed`) },
  { label: 'answers with text', show: ({ answered }) => showShare(answered) },
  { label: 'calls made when due', show: ({ callsMade }) => showShare(callsMade) },
  { label: 'arguments right', show: ({ argumentsRight }) => showShare(argumentsRight) },
  { label: 'several calls in one turn', show: ({ severalAtOnce }) => showShare(severalAtOnce) },
  { label: 'no call when none is due', show: ({ quiet }) => showShare(quiet) },
  { label: 'calls too many', show: ({ extraCalls, quiet }) => (quiet.of === 0 ? UNKNOWN : `${extraCalls}`) },
  { label: 'refusals narrated', show: ({ refusalsNarrated }) => showShare(refusalsNarrated) },
  { label: 'secrets kept', show: ({ secretsKept }) => showShare(secretsKept) },
  { label: 'drift in 100 turns', show: ({ driftPer100 }) => showNumber(driftPer100) },
  { label: 'language kept', show: ({ languageKept }) => showShare(languageKept) },
  { label: 'length kept', show: ({ lengthKept }) => showShare(lengthKept) },
  { label: 'words for each asked for', show: ({ lengthRatio }) => showNumber(lengthRatio) },
  { label: 'first word', show: ({ firstWordMs }) => showSeconds(firstWordMs) },
  { label: 'words a second', show: ({ wordsPerSecond }) => showNumber(wordsPerSecond) },
  { label: 'tokens in, per turn', show: ({ inputTokens }) => showCount(inputTokens) },
  { label: 'tokens out, per turn', show: ({ outputTokens }) => showCount(outputTokens) },
]

export interface Column {
  readonly heading: string
  readonly figures: Figures
  /** Of the cost; null if it is not known. */
  readonly currency: string | null
}

/** A Markdown table with one column for each arm or model, whose cells are aligned. */
export function formatFigures(columns: readonly Column[], without: readonly string[] = []): string {
  const rows = ROWS.filter(({ label }) => !without.includes(label)).map(({ label, show }) => [
    label,
    ...columns.map(({ figures }) => show(figures)),
  ])
  const costs = ['cost per turn', ...columns.map(({ figures, currency }) => showCost(figures.costPerTurn, currency))]
  const all = [
    ['', ...columns.map(({ heading }) => heading)],
    ...rows,
    ...(without.includes('cost per turn') ? [] : [costs]),
  ]
  const widths = all[0]?.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0))) ?? []
  const lines = all.map((row) => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`)
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

const showShare = ({ hits, of }: Share): string => (of === 0 ? UNKNOWN : `${hits} of ${of}`)

const showNumber = (value: number | null): string => (value === null ? UNKNOWN : `${Math.round(value * 10) / 10}`)

const showCount = (value: number | null): string =>
  value === null ? UNKNOWN : Math.round(value).toLocaleString('en-US')

const showSeconds = (ms: number | null): string => (ms === null ? UNKNOWN : `${(ms / 1000).toFixed(1)} s`)

export function showCost(cost: number | null, currency: string | null): string {
  return cost === null || currency === null ? UNKNOWN : `${currency} ${Number(cost.toPrecision(2))}`
}
