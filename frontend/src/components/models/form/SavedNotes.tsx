import { Link } from 'wouter'

import { modelFormText } from '../../../text/modelForm.ts'
import type { ModelConfig } from '../../../types/api.ts'
import { RouteHeading } from '../../common/RouteHeading.tsx'
import styles from '../ModelPage.module.css'

interface SavedNotesProps {
  readonly config: ModelConfig
  readonly backHref: string
}

/** Shown after a save that changed something, with what was changed. */
export function SavedNotes({ config, backHref }: SavedNotesProps) {
  return (
    <div className={styles.page}>
      <RouteHeading title={modelFormText('saved.documentTitle')} className={styles.heading} takesFocus>
        {modelFormText('saved.title', { name: config.name })}
      </RouteHeading>
      <ul className={styles.notes}>
        {config.saveNotes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p className={styles.links}>
        <Link href={backHref}>{modelFormText('saved.continue')}</Link>
        {backHref !== '/models' && <Link href="/models">{modelFormText('saved.allModels')}</Link>}
      </p>
    </div>
  )
}
