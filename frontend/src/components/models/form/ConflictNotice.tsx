import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'

import { compareValues } from './compareValues.ts'
import styles from './ConflictNotice.module.css'
import type { ModelConfigValues } from './modelConfigValues.ts'

interface ConflictNoticeProps {
  readonly mine: ModelConfigValues
  readonly theirs: ModelConfigValues
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

/** Two edits at once: both versions side by side, and the choice of one. */
export function ConflictNotice({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictNoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const differences = compareValues(mine, theirs)
  return (
    <section className={styles.notice} aria-labelledby="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1} className={styles.heading}>
        This model was changed elsewhere while you were writing
      </h2>
      {differences.length === 0 ? (
        <p>Both versions say the same. Only a key, if you entered one, is not saved yet.</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">Yours</th>
              <th scope="col">The other</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, mine: ours, theirs: others }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{ours === '' ? <i>empty</i> : ours}</td>
                <td>{others === '' ? <i>empty</i> : others}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.actions}>
        <Button onClick={onKeepMine}>Save yours over it</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          Take the other
        </Button>
      </div>
    </section>
  )
}
