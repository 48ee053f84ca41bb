import { modelsText } from '../../../text/models.ts'
import styles from './ModelsPage.module.css'

interface ImportButtonProps {
  readonly onImport: (text: string) => void
}

export function ImportButton({ onImport }: ImportButtonProps) {
  return (
    <label className={styles.import}>
      <input
        type="file"
        accept="application/json,.json"
        onChange={(event) => {
          const { currentTarget } = event
          const file = currentTarget.files?.[0]
          if (file === undefined) return
          void file.text().then(onImport)
          // Otherwise choosing the same file again would not be a change.
          currentTarget.value = ''
        }}
      />
      {modelsText('transfer.import')}
    </label>
  )
}
