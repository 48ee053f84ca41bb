import { commonText } from '../../text/common.ts'
import { settingsText } from '../../text/storySettings.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import styles from './StorySettingsPage.module.css'

interface SettingsStatusProps {
  readonly isUnsaved: boolean
  readonly isSaving: boolean
  readonly error: UserError | null
  readonly onSave: () => void
}

/** Whether the changes are saved, and a button if they could not be. */
export function SettingsStatus({ isUnsaved, isSaving, error, onSave }: SettingsStatusProps) {
  return (
    <>
      <p role="status" className={styles.status}>
        {settingsText(isSaving ? 'status.saving' : isUnsaved ? 'status.unsaved' : 'status.saved')}
      </p>
      {error !== null && (
        <ErrorNotice error={error}>
          <Button onClick={onSave}>{commonText('tryAgain')}</Button>
        </ErrorNotice>
      )}
    </>
  )
}
