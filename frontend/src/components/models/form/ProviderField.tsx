import { useMediaQuery } from '../../../hooks/useMediaQuery.ts'
import { modelFormText } from '../../../text/modelForm.ts'
import type { ModelProvider, Provider } from '../../../types/api.ts'
import fieldStyles from '../../common/Field.module.css'
import { Field } from '../../common/Field.tsx'
import { ProviderMark } from '../../common/ProviderMark.tsx'
import styles from './ProviderField.module.css'
import { shortLabel } from './shortLabel.ts'

interface ProviderFieldProps {
  readonly providers: readonly Provider[]
  readonly value: ModelProvider
  readonly error: string | undefined
  readonly onChange: (provider: Provider) => void
}

/** Cards, or a dropdown on phones. */
export function ProviderField(props: ProviderFieldProps) {
  const hasRoom = useMediaQuery('(min-width: 40em)')
  return hasRoom ? <ProviderCards {...props} /> : <ProviderSelect {...props} />
}

function ProviderCards({ providers, value, error, onChange }: ProviderFieldProps) {
  return (
    <fieldset className={styles.cards} aria-invalid={error !== undefined || undefined}>
      <legend className={fieldStyles.label}>{modelFormText('field.provider')}</legend>
      {error !== undefined && <p className={fieldStyles.error}>{error}</p>}
      <div className={styles.grid}>
        {providers.map((provider) => (
          <label key={provider.id} className={styles.card}>
            <input
              type="radio"
              name="provider"
              className={styles.radio}
              value={provider.id}
              checked={provider.id === value}
              onChange={() => onChange(provider)}
            />
            <ProviderMark provider={provider.id} />
            <span>{shortLabel(provider)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function ProviderSelect({ providers, value, error, onChange }: ProviderFieldProps) {
  return (
    <Field label={modelFormText('field.provider')} error={error}>
      {(control) => (
        <span className={styles.select}>
          <ProviderMark provider={value} size={20} />
          <select
            {...control}
            className={fieldStyles.input}
            value={value}
            onChange={(event) => {
              const provider = providers.find(({ id }) => id === event.target.value)
              if (provider !== undefined) onChange(provider)
            }}
          >
            {providers.map((provider) => (
              <option key={provider.id} value={provider.id}>
                {provider.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  )
}
