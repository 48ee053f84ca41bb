import { useState } from 'react'

import { isolate } from '../../../direction/isolate.ts'
import { modelsText } from '../../../text/models.ts'
import type { ModelConfigList } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { DeleteConfirmation } from './DeleteConfirmation.tsx'
import styles from './ModelsPage.module.css'

interface UnsupportedModelsProps {
  readonly models: ModelConfigList['unsupported']
  readonly onDelete: (id: string) => Promise<UserError | null>
}

/** Models that a newer version of the app has saved. They are kept, but can't be used. */
export function UnsupportedModels({ models, onDelete }: UnsupportedModelsProps) {
  const [confirmingId, setConfirmingId] = useState<string | null>(null)
  return (
    <section className={styles.unsupported} aria-labelledby="unsupported-models">
      <h2 id="unsupported-models" className={styles.subheading}>
        {modelsText('unsupported.title')}
      </h2>
      <p className={styles.note}>{modelsText('unsupported.hint')}</p>
      <ul>
        {models.map(({ id, name, provider }) => (
          <li key={id}>
            {confirmingId === id ? (
              <DeleteConfirmation
                name={name}
                impact={modelsText('unsupported.impact')}
                onDelete={() => onDelete(id)}
                onKeep={() => setConfirmingId(null)}
              />
            ) : (
              <span className={styles.unsupportedRow}>
                {isolate(name)} ({provider})
                <button type="button" className={styles.import} onClick={() => setConfirmingId(id)}>
                  {modelsText('unsupported.delete', { name })}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
