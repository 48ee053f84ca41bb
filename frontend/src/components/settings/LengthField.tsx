import { useState } from 'react'

import { settingsText } from '../../text/storySettings.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { TextField } from '../common/TextField.tsx'
import { LENGTHS, SETTING_LIMITS } from './settingChoices.ts'

interface LengthFieldProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly onType: (value: number) => void
}

const LABELS = {
  short: settingsText('length.short'),
  medium: settingsText('length.medium'),
  long: settingsText('length.long'),
  other: settingsText('length.other'),
}
type Choice = keyof typeof LABELS

/** A length by name, or any number of words. */
export function LengthField({ value, onChange, onType }: LengthFieldProps) {
  const [isOther, setOther] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const named = nameOf(value)
  const choice = isOther ? 'other' : named
  const text = typed ?? value?.toString() ?? ''
  const isWrong = typed !== null && readLength(typed) === null

  function choose(next: Choice | null): void {
    setOther(next === 'other')
    setTyped(null)
    if (next === null) onChange(null)
    else if (next !== 'other') onChange(LENGTHS[next])
  }

  return (
    <>
      <ChoiceField
        label={settingsText('length.label')}
        labels={LABELS}
        none={settingsText('asWritten')}
        value={choice}
        onChange={choose}
      />
      {choice === 'other' && (
        <TextField
          label={settingsText('length.words')}
          value={text}
          inputMode="numeric"
          error={isWrong ? settingsText('length.range', SETTING_LIMITS.length) : undefined}
          onChange={(next) => {
            setTyped(next)
            const length = readLength(next)
            if (length !== null) onType(length)
          }}
        />
      )}
    </>
  )
}

function nameOf(value: number | null): Choice | null {
  if (value === null) return null
  if (value === LENGTHS.short) return 'short'
  if (value === LENGTHS.medium) return 'medium'
  return value === LENGTHS.long ? 'long' : 'other'
}

function readLength(text: string): number | null {
  const { min, max } = SETTING_LIMITS.length
  const length = Number(text)
  return Number.isInteger(length) && length >= min && length <= max ? length : null
}
