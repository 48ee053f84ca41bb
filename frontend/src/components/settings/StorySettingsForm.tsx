import type { ReactNode } from 'react'

import { pressedKey } from '../../hooks/pressedKey.ts'
import { settingsText } from '../../text/storySettings.ts'
import type { FixedSetting, StorySettings, StorySettingsUpdate } from '../../types/api.ts'
import { TextField } from '../common/TextField.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import { FixedSettingText } from './FixedSettingText.tsx'
import { LengthField } from './LengthField.tsx'
import { RadioField } from './RadioField.tsx'
import { DIALOGUES, DRIFT_CHECKS, MEMORIES, PERSONS, SETTING_LIMITS, TENSES } from './settingChoices.ts'
import styles from './StorySettingsForm.module.css'

interface StorySettingsFormProps {
  readonly values: StorySettings
  readonly fixed: readonly FixedSetting[]
  /** The language of the author's texts. */
  readonly language: string | undefined
  /** The models that can write summaries. */
  readonly models: readonly { readonly id: string; readonly name: string }[]
  /** A text is being typed. */
  readonly onType: (change: StorySettingsUpdate) => void
  /** Something was chosen. */
  readonly onChoose: (change: StorySettingsUpdate) => void
  /** Typing has ended: Enter, or the focus has moved on. */
  readonly onLeave: () => void
}

/** All story settings, those of the author as texts. */
export function StorySettingsForm(props: StorySettingsFormProps) {
  const { values, fixed, language, models, onType, onChoose, onLeave } = props
  const orFixed = (key: FixedSetting['key'], label: string, field: ReactNode): ReactNode => {
    const text = fixed.find((setting) => setting.key === key)?.text
    return text === undefined ? field : <FixedSettingText label={label} text={text} language={language} />
  }
  const textField = (key: 'language' | 'tone' | 'content'): ReactNode =>
    orFixed(
      key,
      settingsText(`${key}.label`),
      <TextField
        label={settingsText(`${key}.label`)}
        hint={settingsText(`${key}.hint`)}
        placeholder={settingsText(`${key}.placeholder`)}
        maxLength={SETTING_LIMITS[key]}
        value={values[key] ?? ''}
        onChange={(text) => onType({ [key]: text === '' ? null : text })}
      />,
    )
  return (
    <div
      className={styles.form}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (pressedKey(event) === 'Enter' && event.target instanceof HTMLInputElement) onLeave()
      }}
    >
      {orFixed(
        'person',
        settingsText('person.label'),
        <ChoiceField
          label={settingsText('person.label')}
          labels={PERSONS}
          none={settingsText('asWritten')}
          hint={settingsText('person.hint')}
          value={values.person}
          onChange={(person) => onChoose({ person })}
        />,
      )}
      {orFixed(
        'tense',
        settingsText('tense.label'),
        <ChoiceField
          label={settingsText('tense.label')}
          labels={TENSES}
          none={settingsText('asWritten')}
          hint={settingsText('tense.hint')}
          value={values.tense}
          onChange={(tense) => onChoose({ tense })}
        />,
      )}
      {orFixed(
        'length',
        settingsText('length.label'),
        <LengthField
          value={values.length}
          onChange={(length) => onChoose({ length })}
          onType={(length) => onType({ length })}
        />,
      )}
      {orFixed(
        'dialogue',
        settingsText('dialogue.label'),
        <ChoiceField
          label={settingsText('dialogue.label')}
          labels={DIALOGUES}
          none={settingsText('dialogue.asNeeded')}
          value={values.dialogue}
          onChange={(dialogue) => onChoose({ dialogue })}
        />,
      )}
      {textField('language')}
      {textField('tone')}
      <div className={styles.wide}>{textField('content')}</div>
      <RadioField
        label={settingsText('memory.label')}
        choices={MEMORIES}
        value={values.memory}
        onChange={(memory) => onChoose({ memory })}
      />
      {models.length > 0 && (
        <ChoiceField
          label={settingsText('summaryModel.label')}
          labels={Object.fromEntries(models.map(({ id, name }) => [id, name]))}
          none={settingsText('summaryModel.own')}
          hint={settingsText('summaryModel.hint')}
          value={values.summaryModelConfigId}
          onChange={(summaryModelConfigId) => onChoose({ summaryModelConfigId })}
        />
      )}
      <RadioField
        label={settingsText('driftCheck.label')}
        choices={DRIFT_CHECKS}
        value={values.driftCheck}
        onChange={(driftCheck) => onChoose({ driftCheck })}
      />
    </div>
  )
}
