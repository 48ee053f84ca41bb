import { Link } from 'wouter'

import { modelsText } from '../../../text/models.ts'
import type { ModelConfigImported } from '../../../types/api.ts'
import styles from './ModelsPage.module.css'

interface ImportReportProps {
  readonly imported: ModelConfigImported
}

/** The result of an import: the new models, and each rejected entry with the reason. */
export function ImportReport({ imported: { created, refused } }: ImportReportProps) {
  return (
    <div className={styles.report} role="status">
      {created.length === 0 && refused.length === 0 && <p>{modelsText('importReport.empty')}</p>}
      {created.length > 0 && (
        <p>{modelsText.rich('importReport.added', { models: () => <ModelLinks models={created} /> })}</p>
      )}
      {refused.map(({ index, name, reason, errors }) => (
        <p key={index} className={styles.refused} dir="auto">
          {modelsText('importReport.notImported', { entry: entryLabel(name, index) })} {reason}{' '}
          {Object.entries(errors)
            .map(([field, message]) => `${field}: ${message}`)
            .join(' ')}
        </p>
      ))}
    </div>
  )
}

function ModelLinks({ models }: { readonly models: ModelConfigImported['created'] }) {
  return models.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link href={`/models/${id}`} dir="auto">
        {name}
      </Link>
    </span>
  ))
}

const entryLabel = (name: string | null, index: number) =>
  name === null
    ? modelsText('importReport.entry', { number: (index + 1).toString() })
    : modelsText('importReport.named', { name })
