import type { AddressPreview } from '../../../types/api.ts'
import { TextField } from '../../common/TextField.tsx'
import styles from './AddressField.module.css'

interface AddressFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isRequired: boolean
  readonly preview: AddressPreview | null
  readonly error: string | undefined
}

/** The address as it is pasted, and below it the exact one that it leads to. */
export function AddressField({ value, onChange, isRequired, preview, error }: AddressFieldProps) {
  return (
    <TextField
      label="Base URL"
      name="baseUrl"
      inputMode="url"
      value={value}
      onChange={onChange}
      placeholder={isRequired ? 'http://127.0.0.1:1234/v1' : undefined}
      error={error}
      hint={preview === null ? undefined : <Leads preview={preview} />}
    />
  )
}

function Leads({ preview }: { readonly preview: AddressPreview }) {
  const { chatUrl, refusal, notes, hint } = preview
  return (
    <div className={styles.leads} aria-live="polite">
      {refusal !== null && <p className={styles.refusal}>{refusal}</p>}
      {chatUrl !== null && (
        <p>
          Asks at <code className={styles.url}>{chatUrl}</code>
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {hint !== null && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}
