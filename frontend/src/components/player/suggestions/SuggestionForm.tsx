import { type SubmitEvent, useId, useState } from 'react'

import { pressedKey } from '../../../hooks/pressedKey.ts'
import { suggestionText } from '../../../text/suggestions.ts'
import type { Suggestion } from '../../../types/api.ts'
import { Button } from '../../common/buttons/Button.tsx'
import type { InputValue } from './chosenSuggestion.ts'
import styles from './SuggestionForm.module.css'

interface SuggestionFormProps {
  readonly suggestion: Suggestion
  readonly onSubmit: (values: Readonly<Record<string, InputValue>>) => void
  readonly onCancel: () => void
}

/** Asks for what a suggestion needs, such as a number of coins. */
export function SuggestionForm({ suggestion, onSubmit, onCancel }: SuggestionFormProps) {
  const { label, input } = suggestion
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})

  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const values = input.map((one) => [one.name, readValue(one, typed[one.name] ?? '')] as const)
    if (values.every(([, value]) => value !== null))
      onSubmit(Object.fromEntries(values.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))))
  }

  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={handleSubmit}
      onKeyDown={(event) => {
        if (pressedKey(event) === 'Escape') onCancel()
      }}
    >
      {input.map((one, index) => (
        <SuggestionField
          key={one.name}
          input={one}
          isFirst={index === 0}
          value={typed[one.name] ?? ''}
          onChange={(value) => setTyped((before) => ({ ...before, [one.name]: value }))}
        />
      ))}
      <div className={styles.buttons}>
        <Button type="submit" variant="outlined">
          <span dir="auto">{label}</span>
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {suggestionText('cancel')}
        </Button>
      </div>
    </form>
  )
}

type Input = Suggestion['input'][number]

/** Null for what the story would not accept. */
function readValue(input: Input, typed: string): InputValue | null {
  switch (input.type) {
    case 'text':
      return typed.trim() === '' ? null : typed.trim()
    case 'integer': {
      const value = Number(typed)
      const fits = typed.trim() !== '' && Number.isInteger(value) && value >= input.min && value <= input.max
      return fits ? value : null
    }
    case 'choice':
      return input.options[Number(typed)]?.value ?? null
  }
}

interface SuggestionFieldProps {
  readonly input: Input
  readonly isFirst: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

function SuggestionField({ input, isFirst, value, onChange }: SuggestionFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} dir="auto">
        {input.label}
      </label>
      {input.type === 'choice' ? (
        <select
          id={id}
          className={styles.input}
          required
          autoFocus={isFirst}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{suggestionText('choose')}</option>
          {input.options.map((option, index) => (
            <option key={String(option.value)} value={index}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className={styles.input}
          required
          autoFocus={isFirst}
          {...limitsOf(input)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  )
}

function limitsOf(input: Exclude<Input, { type: 'choice' }>) {
  if (input.type === 'text') return { type: 'text', maxLength: input.maxLength, dir: 'auto' } as const
  const { min, max } = input
  return {
    type: 'number',
    min,
    max,
    step: 1,
    inputMode: 'numeric',
    placeholder: suggestionText('range', { min, max }),
  } as const
}
