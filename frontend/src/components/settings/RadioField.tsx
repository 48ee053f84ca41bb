import { useId } from 'react'

import styles from './StorySettingsForm.module.css'

interface RadioFieldProps<Value extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly hint: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A few choices, each with what it means. */
export function RadioField<Value extends string>({ label, choices, value, onChange }: RadioFieldProps<Value>) {
  const id = useId()
  return (
    <fieldset className={styles.radios}>
      <legend className={styles.legend}>{label}</legend>
      {choices.map((choice) => (
        <div key={choice.value} className={styles.choice}>
          <input
            type="radio"
            id={`${id}-${choice.value}`}
            name={id}
            checked={choice.value === value}
            aria-describedby={`${id}-${choice.value}-hint`}
            onChange={() => onChange(choice.value)}
          />
          <label htmlFor={`${id}-${choice.value}`} className={styles.choiceLabel}>
            {choice.label}
          </label>
          <p id={`${id}-${choice.value}-hint`} className={styles.hint}>
            {choice.hint}
          </p>
        </div>
      ))}
    </fieldset>
  )
}
