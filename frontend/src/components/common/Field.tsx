import { type ReactNode, useId } from 'react'

import styles from './Field.module.css'

export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

interface FieldProps {
  readonly label: string
  /** Shown after the label, in a lighter color. */
  readonly aside?: string | undefined
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly children: (control: FieldControl) => ReactNode
}

/** A form control with its label, hint and error, which are linked to it for screen readers. */
export function Field({ label, aside, hint, error, children }: FieldProps) {
  const id = useId()
  const hasHint = hint !== undefined && hint !== null
  const described = [error !== undefined && `${id}-error`, hasHint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label} dir="auto">
        {label}
        {aside !== undefined && <span className={styles.aside}> {aside}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error !== undefined || undefined,
      })}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {hasHint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
    </div>
  )
}
