import { CHART_COLORS, type ChartColor } from './chartColors.ts'
import styles from './Legend.module.css'

export interface LegendEntry {
  readonly key: string
  readonly color: ChartColor
  readonly label: string
}

/** What the colors of a chart mean. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ key, color, label }) => (
        <li key={key}>
          <i className={styles.swatch} style={{ background: CHART_COLORS[color] }} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  )
}
