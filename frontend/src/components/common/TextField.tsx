import type { ReactNode } from 'react'

import { Field } from './Field.tsx'
import styles from './Field.module.css'

interface TextFieldProps {
  readonly label: string
  readonly aside?: string | undefined
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly name?: string
  readonly placeholder?: string | undefined
  readonly inputMode?: 'url' | 'decimal' | 'numeric'
  readonly maxLength?: number
  readonly isDisabled?: boolean
  readonly isMultiline?: boolean
  /** Turns off spelling and capitalization. */
  readonly isCode?: boolean
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, name, placeholder, inputMode, isDisabled = false, isMultiline = false } = props
  const isCode = props.isCode ?? inputMode !== undefined
  return (
    <Field label={props.label} aside={props.aside} hint={props.hint} error={props.error}>
      {(control) => {
        const common = {
          ...control,
          name,
          value,
          placeholder,
          maxLength: props.maxLength,
          disabled: isDisabled,
          dir: isCode ? 'ltr' : 'auto',
          autoComplete: 'off',
          className: styles.input,
          ...(isCode && { spellCheck: false, autoCapitalize: 'none' }),
        }
        return isMultiline ? (
          <textarea {...common} rows={3} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input {...common} type="text" inputMode={inputMode} onChange={(event) => onChange(event.target.value)} />
        )
      }}
    </Field>
  )
}
