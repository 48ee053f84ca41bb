import type { StartQuestion } from '../../types/api.ts'
import { Field } from '../common/Field.tsx'
import styles from '../common/Field.module.css'

interface StartQuestionFieldProps {
  readonly question: StartQuestion
  /** What the player has typed or chosen; empty for the suggestion. */
  readonly text: string
  readonly onChange: (text: string) => void
}

/** One line of text, or a choice if only some answers are possible. */
export function StartQuestionField({ question, text, onChange }: StartQuestionFieldProps) {
  const { label, suggestion, maxLength, values } = question
  return (
    <Field label={label}>
      {(control) =>
        values === null ? (
          <input
            {...control}
            type="text"
            className={styles.input}
            dir="auto"
            autoComplete="off"
            value={text}
            placeholder={suggestion}
            maxLength={maxLength}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <select
            {...control}
            className={styles.input}
            value={text === '' ? suggestion : text}
            onChange={(event) => onChange(event.target.value)}
          >
            {values.map((value) => (
              <option key={value} dir="auto">
                {value}
              </option>
            ))}
          </select>
        )
      }
    </Field>
  )
}
