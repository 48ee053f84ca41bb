import { settingsText } from '../../text/storySettings.ts'
import styles from './StorySettingsForm.module.css'

interface FixedSettingTextProps {
  readonly label: string
  /** The author's. */
  readonly text: string
  readonly language: string | undefined
}

/** A setting that only the author can change. */
export function FixedSettingText({ label, text, language }: FixedSettingTextProps) {
  return (
    <div className={styles.fixed}>
      <p>
        <span className={styles.label}>{label}</span> <span className={styles.author}>{settingsText('fixed')}</span>
      </p>
      <p className={styles.text} lang={language} dir="auto">
        {text}
      </p>
    </div>
  )
}
