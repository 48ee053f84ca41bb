import { useState } from 'react'

import { usageText } from '../../text/usage.ts'
import { ChoiceGroup } from '../common/ChoiceGroup.tsx'
import { BarChart } from './BarChart.tsx'
import { formatCosts, formatMoney } from './formatMoney.ts'
import styles from './Usage.module.css'

/** What was used in a span of time or by an answer. */
export interface UsedEntry {
  readonly key: string
  readonly label: string
  /** Null if the provider reported nothing. */
  readonly cached: number | null
  readonly fresh: number | null
  readonly written: number | null
  readonly costs: readonly { readonly amount: number; readonly currency: string }[]
  readonly isMarked?: boolean
}

interface UsageChartProps {
  readonly entries: readonly UsedEntry[]
  readonly kind: 'turn' | 'day'
}

/** Tokens or cost over time. Amounts of several currencies are never in one chart. */
export function UsageChart({ entries, kind }: UsageChartProps) {
  const currencies = [...new Set(entries.flatMap(({ costs }) => costs.map(({ currency }) => currency)))]
  const [chosen, setChosen] = useState<string>(TOKENS)
  const shown = chosen === TOKENS || currencies.includes(chosen) ? chosen : TOKENS
  const isCost = shown !== TOKENS
  const suffix = kind === 'turn' ? 'Turn' : 'Day'
  const title = usageText(isCost ? `chart.costPer${suffix}` : `chart.tokensPer${suffix}`)
  const format = (value: number): string => (isCost ? formatMoney(value, shown) : value.toLocaleString('en'))
  const bars = entries.map((entry) => ({
    key: entry.key,
    label: entry.label,
    isMarked: entry.isMarked === true,
    isUnknown: entry.fresh === null && entry.costs.length === 0,
    parts: isCost
      ? [{ kind: 'cost' as const, value: amountOf(entry, shown) }]
      : [
          { kind: 'cached' as const, value: entry.cached ?? 0 },
          { kind: 'fresh' as const, value: entry.fresh ?? 0 },
          { kind: 'written' as const, value: entry.written ?? 0 },
        ],
  }))
  const highest = Math.max(0, ...bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)))
  const label = usageText('chart.label', {
    what: title,
    from: entries[0]?.label ?? '',
    to: entries.at(-1)?.label ?? '',
    highest: format(highest),
  })
  const kinds = isCost ? (['cost'] as const) : (['cached', 'fresh', 'written'] as const)
  return (
    <section aria-label={title}>
      <div className={styles.chartHead}>
        <h2 className={styles.heading}>{title}</h2>
        {currencies.length > 0 && (
          <ChoiceGroup
            label={usageText('chart.show')}
            value={shown}
            choices={[TOKENS, ...currencies]}
            labels={{ [TOKENS]: usageText('chart.tokens'), ...labelCurrencies(currencies) }}
            onChange={setChosen}
          />
        )}
      </div>
      {highest === 0 ? (
        <p className={styles.noChart}>{usageText(isCost ? 'chart.noCost' : 'chart.noTokens')}</p>
      ) : (
        <>
          <BarChart
            label={label}
            bars={bars}
            format={format}
            legend={kinds.map((part) => ({ kind: part, label: usageText(`parts.${part}`) }))}
            table={<UsedTable entries={entries} kind={kind} />}
          />
          {bars.some(({ isUnknown }) => isUnknown) && <p className={styles.remark}>{usageText('chart.uncounted')}</p>}
        </>
      )}
    </section>
  )
}

const TOKENS = 'tokens'

/** The only currency needs no name. */
const labelCurrencies = (currencies: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    currencies.map((currency) => [
      currency,
      currencies.length === 1 ? usageText('chart.cost') : usageText('chart.currency', { currency }),
    ]),
  )

const amountOf = ({ costs }: UsedEntry, currency: string): number =>
  costs.find((cost) => cost.currency === currency)?.amount ?? 0

function UsedTable({ entries, kind }: UsageChartProps) {
  const count = (tokens: number | null): string => tokens?.toLocaleString('en') ?? usageText('unknown')
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{usageText(kind === 'turn' ? 'column.answer' : 'column.day')}</th>
          <th scope="col">{usageText('column.cached')}</th>
          <th scope="col">{usageText('column.fresh')}</th>
          <th scope="col">{usageText('column.written')}</th>
          <th scope="col">{usageText('column.cost')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ key, label, cached, fresh, written, costs }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{count(cached)}</td>
            <td>{count(fresh)}</td>
            <td>{count(written)}</td>
            <td>{costs.length === 0 ? usageText('unknown') : formatCosts(costs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
