import { formatNumber } from '@llm-gamebook/story'
import { useId } from 'react'

import { playerText } from '../../../text/player.ts'
import styles from './Bar.module.css'

interface BarProps {
  readonly label: string
  readonly text: string
  readonly value: number
  readonly min: number
  readonly max: number
}

/** More can't be counted at a glance. */
const MAX_BOXES = 12

/** A number between its bounds: as boxes for a small range, else as a line. */
export function Bar({ label, text, value: stored, min, max }: BarProps) {
  const id = useId()
  const value = Number(formatNumber(stored))
  const valueText =
    min === 0
      ? playerText('panel.outOf', { value: text, limit: formatNumber(max) })
      : playerText('panel.between', { value: text, from: formatNumber(min), to: formatNumber(max) })
  const isInBoxes = [value, min, max].every(Number.isInteger) && max - min <= MAX_BOXES
  return (
    <div
      className={styles.bar}
      role="meter"
      aria-labelledby={id}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={valueText}
    >
      <span id={id} className={styles.label} dir="auto">
        {label}
      </span>
      <span className={styles.value}>{valueText}</span>
      {isInBoxes ? (
        <span className={styles.boxes}>
          {Array.from({ length: max - min }, (_, index) => (
            <span key={index} className={styles.box} data-full={index < value - min || undefined} />
          ))}
        </span>
      ) : (
        <span className={styles.track}>
          <span className={styles.fill} style={{ inlineSize: `${share(value, min, max)}%` }} />
        </span>
      )}
    </div>
  )
}

function share(value: number, min: number, max: number): number {
  return max === min ? 100 : Math.min(Math.max((100 * (value - min)) / (max - min), 0), 100)
}
