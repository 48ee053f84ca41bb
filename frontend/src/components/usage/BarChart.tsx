import type { ReactNode } from 'react'

import { usageText } from '../../text/usage.ts'
import { CHART_COLORS, type ChartColor } from '../common/chartColors.ts'
import { Legend } from '../common/Legend.tsx'
import styles from './BarChart.module.css'
import { niceTicks } from './niceTicks.ts'

/** Hollow is from the cache, filled is new. */
export type PartKind = 'cached' | 'fresh' | 'written' | 'cost'

const COLORS: Record<PartKind, ChartColor> = { cached: 'hollow', fresh: 'first', cost: 'first', written: 'second' }

export interface ChartBar {
  readonly key: string
  /** Below the bar, if there is space for it. */
  readonly label: string
  readonly parts: readonly { readonly kind: PartKind; readonly value: number }[]
  /** It has a mark, which the text below the chart explains. */
  readonly isMarked?: boolean
  /** The value is not known. */
  readonly isUnknown?: boolean
}

interface BarChartProps {
  /** What the chart shows, in a sentence. */
  readonly label: string
  readonly bars: readonly ChartBar[]
  readonly legend: readonly { readonly kind: PartKind; readonly label: string }[]
  readonly format: (value: number) => string
  /** The same as a table. */
  readonly table: ReactNode
}

/** Bars from left to right, with the same numbers as a table. */
export function BarChart({ label, bars, legend, format, table }: BarChartProps) {
  const sumOf = ({ parts }: ChartBar): number => parts.reduce((sum, { value }) => sum + value, 0)
  const ticks = niceTicks(Math.max(0, ...bars.map(sumOf)))
  const top = ticks.at(-1) ?? 1
  const every = Math.max(1, Math.ceil(bars.length / MOST_LABELS))
  return (
    <figure className={styles.figure}>
      <div className={styles.chart} role="img" aria-label={label}>
        <div className={styles.axis} aria-hidden>
          {ticks.map((tick) => (
            <span key={tick} className={styles.tick} style={{ insetBlockEnd: `${(100 * tick) / top}%` }}>
              {format(tick)}
            </span>
          ))}
        </div>
        <div className={styles.plot} aria-hidden>
          {ticks.map((tick) => (
            <i key={tick} className={styles.line} style={{ insetBlockEnd: `${(100 * tick) / top}%` }} />
          ))}
          <div className={styles.bars}>
            {bars.map((bar) => (
              <div key={bar.key} className={styles.bar} data-marked={bar.isMarked || undefined}>
                {bar.isMarked === true && <span className={styles.mark}>▾</span>}
                {bar.isUnknown === true && <span className={styles.unknown}>?</span>}
                {bar.parts.map(({ kind, value }) =>
                  value > 0 ? (
                    <i
                      key={kind}
                      data-color={COLORS[kind]}
                      style={{ blockSize: `${(100 * value) / top}%`, background: CHART_COLORS[COLORS[kind]] }}
                    />
                  ) : null,
                )}
              </div>
            ))}
          </div>
        </div>
        <div className={styles.labels} aria-hidden>
          {bars.map(({ key, label: text }, at) => (
            <span key={key}>{at % every === 0 ? text : ''}</span>
          ))}
        </div>
      </div>
      <Legend entries={legend.map(({ kind, label: text }) => ({ key: kind, color: COLORS[kind], label: text }))} />
      <details className={styles.table}>
        <summary>{usageText('asTable')}</summary>
        <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
          {table}
        </div>
      </details>
    </figure>
  )
}

const MOST_LABELS = 5
