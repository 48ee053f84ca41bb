import { useEffect, useRef } from 'react'

import { Button } from '../../common/buttons/Button.tsx'
import { modelFormText } from '../../../text/modelForm.ts'
import { compareValues } from './compareValues.ts'
import styles from './ConflictNotice.module.css'
import type { ModelConfigValues } from './modelConfigValues.ts'

interface ConflictNoticeProps {
  readonly mine: ModelConfigValues
  readonly theirs: ModelConfigValues
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

/** Both versions after a conflicting edit, with a button to keep each. */
export function ConflictNotice({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictNoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const differences = compareValues(mine, theirs)
  return (
    <section className={styles.notice} aria-labelledby="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1} className={styles.heading}>
        {modelFormText('conflict.title')}
      </h2>
      {differences.length === 0 ? (
        <p>{modelFormText('conflict.same')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{modelFormText('conflict.yours')}</th>
              <th scope="col">{modelFormText('conflict.saved')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, mine: ours, theirs: others }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td dir="auto">{ours === '' ? <i>{modelFormText('conflict.empty')}</i> : ours}</td>
                <td dir="auto">{others === '' ? <i>{modelFormText('conflict.empty')}</i> : others}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.actions}>
        <Button onClick={onKeepMine}>{modelFormText('conflict.keepYours')}</Button>
        <Button variant="outlined" onClick={onTakeTheirs}>
          {modelFormText('conflict.useSaved')}
        </Button>
      </div>
    </section>
  )
}
