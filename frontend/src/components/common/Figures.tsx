import type { ReactNode } from 'react'

import styles from './Figures.module.css'

export interface Figure {
  readonly key: string
  readonly label: string
  readonly value: string
  readonly note?: ReactNode
}

interface FiguresProps {
  readonly figures: readonly Figure[]
}

/** A row of numbers, each with its label and a note. */
export function Figures({ figures }: FiguresProps) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ key, label, value, note }) => (
        <div key={key} className={styles.figure}>
          <dt>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          {note !== undefined && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
