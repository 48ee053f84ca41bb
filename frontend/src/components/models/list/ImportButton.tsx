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
          // The same file can be chosen again.
          currentTarget.value = ''
        }}
      />
      Import
    </label>
  )
}
