import { useState } from 'react'
import { Link } from 'wouter'

import { playerText } from '../../text/player.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { CopyButton } from '../common/CopyButton.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { RouteHeading } from '../common/RouteHeading.tsx'
import styles from './DeletedSession.module.css'

interface DeletedSessionProps {
  readonly gamebookId: string
  /** What was typed and never sent. */
  readonly unsent: readonly string[]
  readonly onRestore: () => Promise<UserError | null>
}

/** Takes the place of a session that was deleted while it was open. */
export function DeletedSession({ gamebookId, unsent, onRestore }: DeletedSessionProps) {
  const [error, setError] = useState<UserError | null>(null)
  return (
    <div className={styles.page}>
      <RouteHeading title={playerText('deleted.documentTitle')} className={styles.heading} takesFocus>
        {playerText('deleted.title')}
      </RouteHeading>
      <p>{playerText('deleted.hint')}</p>
      <Button onClick={() => void onRestore().then(setError)}>{playerText('deleted.restore')}</Button>
      {error !== null && <ErrorNotice error={error} />}
      <Link href={`/gamebooks/${gamebookId}`}>{playerText('backToGamebook')}</Link>
      {unsent.map((text) => (
        <figure key={text} className={styles.unsent}>
          <figcaption className={styles.caption}>
            {playerText('deleted.unsent')} <CopyButton text={text} className={styles.copy} />
          </figcaption>
          <blockquote dir="auto" className={styles.text}>
            {text}
          </blockquote>
        </figure>
      ))}
    </div>
  )
}
