import { useId } from 'react'

import styles from './ChoiceGroup.module.css'

interface ChoiceGroupProps<T extends string> {
  readonly label: string
  readonly choices: readonly T[]
  readonly labels: Record<T, string>
  readonly value: T
  readonly onChange: (value: T) => void
}

/** Radio buttons side by side, for a few short choices. */
export function ChoiceGroup<T extends string>({ label, choices, labels, value, onChange }: ChoiceGroupProps<T>) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice}
              checked={choice === value}
              onChange={() => onChange(choice)}
              className={styles.radio}
            />
            {labels[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
