import { modelReportText } from '../../../text/modelReport.ts'
import type { BenchmarkFigures } from '../../../types/api.ts'
import { formatDuration } from '../../common/formatDuration.ts'
import { formatMoney } from '../../usage/formatMoney.ts'

export interface ReportRow {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly value: string
}

type Share = BenchmarkFigures['answered']

const SHARES = [
  'callsMade',
  'argumentsRight',
  'severalAtOnce',
  'quiet',
  'refusalsNarrated',
  'secretsKept',
  'languageKept',
  'lengthKept',
  'answered',
] as const

/** The figures of a report in the words of a player. What is not known says so. */
export function reportRows(figures: BenchmarkFigures, currency: string | null): readonly ReportRow[] {
  const { driftPer100, firstWordMs, wordsPerSecond, inputTokens, outputTokens, costPerTurn } = figures
  const tokens = inputTokens === null || outputTokens === null ? null : inputTokens + outputTokens
  const others = [
    { key: 'drift', value: orUnknown(driftPer100, formatCount) },
    { key: 'firstWord', value: orUnknown(firstWordMs, formatDuration) },
    { key: 'speed', value: orUnknown(wordsPerSecond, formatCount) },
    { key: 'tokens', value: orUnknown(tokens, formatCount) },
    { key: 'cost', value: currency === null ? UNKNOWN : orUnknown(costPerTurn, (cost) => formatMoney(cost, currency)) },
  ] as const
  return [...SHARES.map((key) => ({ key, value: formatShare(figures[key]) })), ...others].map(({ key, value }) => ({
    key,
    label: modelReportText(`figures.${key}.label`),
    hint: modelReportText(`figures.${key}.hint`),
    value,
  }))
}

const UNKNOWN = modelReportText('unknown')

const orUnknown = (value: number | null, format: (value: number) => string): string =>
  value === null ? UNKNOWN : format(value)

const formatShare = ({ hits, of }: Share): string => (of === 0 ? UNKNOWN : modelReportText('share', { hits, of }))

const formatCount = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })
