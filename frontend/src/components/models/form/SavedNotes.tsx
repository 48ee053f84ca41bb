import { Link } from 'wouter'

import type { ModelConfig } from '../../../types/api.ts'
import { RouteHeading } from '../../common/RouteHeading.tsx'
import styles from '../ModelPage.module.css'

interface SavedNotesProps {
  readonly config: ModelConfig
  readonly backHref: string
}

/** It is saved, and something about it is worth saying. */
export function SavedNotes({ config, backHref }: SavedNotesProps) {
  return (
    <div className={styles.page}>
      <RouteHeading title="Saved" className={styles.heading} takesFocus>
        “{config.name}” is saved
      </RouteHeading>
      <ul className={styles.notes}>
        {config.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p className={styles.links}>
        <Link href={backHref}>Go on</Link>
        {backHref !== '/models' && <Link href="/models">All models</Link>}
      </p>
    </div>
  )
}
