import type { ReactNode } from 'react'

import { Field } from '../common/Field.tsx'
import styles from '../common/Field.module.css'

interface ChoiceFieldProps<T extends string> {
  readonly label: string
  readonly labels: Readonly<Record<T, string>>
  /** The label of null. */
  readonly none: string
  readonly value: T | null
  readonly hint?: ReactNode
  readonly onChange: (value: T | null) => void
}

/** A choice of one of a few values, or of none. */
export function ChoiceField<T extends string>({ label, labels, none, value, hint, onChange }: ChoiceFieldProps<T>) {
  const isValue = (text: string): text is T => Object.hasOwn(labels, text)
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select
          {...control}
          className={styles.input}
          value={value ?? ''}
          onChange={({ target }) => onChange(isValue(target.value) ? target.value : null)}
        >
          <option value="">{none}</option>
          {Object.keys(labels)
            .filter(isValue)
            .map((choice) => (
              <option key={choice} value={choice} dir="auto">
                {labels[choice]}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
}
