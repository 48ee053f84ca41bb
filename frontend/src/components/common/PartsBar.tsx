import { CHART_COLORS, type ChartColor } from './chartColors.ts'
import { Legend, type LegendEntry } from './Legend.tsx'
import styles from './PartsBar.module.css'

export interface BarPart {
  readonly key: string
  readonly color: ChartColor
  readonly size: number
}

interface PartsBarProps {
  /** What the bar shows, in a sentence. */
  readonly label: string
  readonly parts: readonly BarPart[]
  readonly legend: readonly LegendEntry[]
}

/** A bar whose parts are as long as their sizes. The legend has the numbers as text. */
export function PartsBar({ label, parts, legend }: PartsBarProps) {
  return (
    <div className={styles.figure}>
      <div className={styles.bar} role="img" aria-label={label}>
        {parts.map(({ key, color, size }) => (
          <i key={key} data-color={color} style={{ flexGrow: size, background: CHART_COLORS[color] }} />
        ))}
      </div>
      <Legend entries={legend} />
    </div>
  )
}
