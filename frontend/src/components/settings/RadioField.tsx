import { useId } from 'react'

import { settingsText } from '../../text/storySettings.ts'
import type { StorySettings } from '../../types/api.ts'
import styles from './StorySettingsForm.module.css'
import { MEMORIES } from './settingChoices.ts'

interface MemoryFieldProps {
  readonly value: StorySettings['memory']
  readonly onChange: (value: StorySettings['memory']) => void
}

/** What a model remembers, each choice with what it means. */
export function MemoryField({ value, onChange }: MemoryFieldProps) {
  const id = useId()
  return (
    <fieldset className={styles.memory}>
      <legend className={styles.legend}>{settingsText('memory.label')}</legend>
      {MEMORIES.map((memory) => (
        <div key={memory.value} className={styles.choice}>
          <input
            type="radio"
            id={`${id}-${memory.value}`}
            name={id}
            checked={memory.value === value}
            aria-describedby={`${id}-${memory.value}-hint`}
            onChange={() => onChange(memory.value)}
          />
          <label htmlFor={`${id}-${memory.value}`} className={styles.choiceLabel}>
            {memory.label}
          </label>
          <p id={`${id}-${memory.value}-hint`} className={styles.hint}>
            {memory.hint}
          </p>
        </div>
      ))}
    </fieldset>
  )
}
