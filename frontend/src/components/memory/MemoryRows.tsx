import { useId } from 'react'

import type { MemoryRow } from './listRows.ts'
import styles from './MemoryRows.module.css'

interface MemoryRowsProps {
  readonly title: string
  readonly total?: string
  readonly rows: readonly MemoryRow[]
  readonly isFaint?: boolean
}

export function MemoryRows({ title, total, rows, isFaint = false }: MemoryRowsProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          {title}
        </h2>
        {total !== undefined && <span className={styles.size}>{total}</span>}
      </div>
      <ul className={styles.rows} data-faint={isFaint || undefined}>
        {rows.map((row) => (
          <li key={row.key} className={styles.row}>
            <span className={styles.title}>{row.title}</span>
            {row.size !== '' && <span className={styles.size}>{row.size}</span>}
            <span className={styles.reason}>{row.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
