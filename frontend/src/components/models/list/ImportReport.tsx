import { Link } from 'wouter'

import type { ModelConfigImported } from '../../../types/api.ts'
import styles from './ModelsPage.module.css'

interface ImportReportProps {
  readonly imported: ModelConfigImported
}

/** What came of a file: each entry, with the reason where it was refused. */
export function ImportReport({ imported: { created, refused } }: ImportReportProps) {
  return (
    <div className={styles.report} role="status">
      {created.length === 0 && refused.length === 0 && <p>There was nothing in the file.</p>}
      {created.length > 0 && (
        <p>
          Added:{' '}
          {created.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link href={`/models/${id}`}>{name}</Link>
            </span>
          ))}
          . A file holds no keys: enter them where one is needed.
        </p>
      )}
      {refused.map(({ index, name, reason, errors }) => (
        <p key={index} className={styles.refused}>
          Not added: {name === null ? `entry ${index + 1}` : `“${name}”`}. {reason}{' '}
          {Object.entries(errors)
            .map(([field, message]) => `${field}: ${message}`)
            .join(' ')}
        </p>
      ))}
    </div>
  )
}
