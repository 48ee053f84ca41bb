import { modelFormText } from '../../../text/modelForm.ts'
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

/** The base URL and, below it, the URL that requests go to. */
export function AddressField({ value, onChange, isRequired, preview, error }: AddressFieldProps) {
  return (
    <TextField
      label={modelFormText('field.baseUrl')}
      name="baseUrl"
      inputMode="url"
      value={value}
      onChange={onChange}
      placeholder={isRequired ? EXAMPLE_URL : undefined}
      error={error}
      hint={preview === null ? undefined : <RequestUrl preview={preview} shownError={error} />}
    />
  )
}

const EXAMPLE_URL = 'http://127.0.0.1:1234/v1'

interface RequestUrlProps {
  readonly preview: AddressPreview
  readonly shownError: string | undefined
}

function RequestUrl({ preview, shownError }: RequestUrlProps) {
  const { chatUrl, refusal, notes, hint } = preview
  return (
    <div className={styles.preview} aria-live="polite">
      {refusal !== null && refusal !== shownError && <p className={styles.refusal}>{refusal}</p>}
      {chatUrl !== null && (
        <p>{modelFormText.rich('field.requestsGoTo', { url: () => <code className={styles.url}>{chatUrl}</code> })}</p>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {hint !== null && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}
