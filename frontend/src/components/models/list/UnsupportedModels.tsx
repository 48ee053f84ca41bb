import { useState } from 'react'

import type { ModelConfigList } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { DeleteConfirmation } from './DeleteConfirmation.tsx'
import styles from './ModelsPage.module.css'

interface UnknownModelsProps {
  readonly models: ModelConfigList['unsupported']
  readonly onDelete: (id: string) => Promise<UserError | null>
}

/** What a newer version of the app has saved: kept, and used by nobody here. */
export function UnsupportedModels({ models, onDelete }: UnknownModelsProps) {
  const [askedId, setAskedId] = useState<string | null>(null)
  return (
    <section className={styles.unknown} aria-labelledby="unknown-models">
      <h2 id="unknown-models" className={styles.subheading}>
        Of a newer version
      </h2>
      <p className={styles.note}>This version does not know their providers. They are kept for the one that does.</p>
      <ul>
        {models.map(({ id, name, provider }) => (
          <li key={id}>
            {askedId === id ? (
              <DeleteConfirmation
                name={name}
                loss="Its settings and its key are lost."
                onDelete={() => onDelete(id)}
                onKeep={() => setAskedId(null)}
              />
            ) : (
              <span className={styles.unknownRow}>
                {name} ({provider})
                <button type="button" className={styles.import} onClick={() => setAskedId(id)}>
                  Delete {name}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
