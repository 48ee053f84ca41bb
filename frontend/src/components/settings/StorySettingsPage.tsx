import type { ReactNode } from 'react'

import { settingsText } from '../../text/storySettings.ts'
import type { FixedSetting, StorySettings, StorySettingsUpdate } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { SettingsStatus } from './SettingsStatus.tsx'
import { StorySettingsForm } from './StorySettingsForm.tsx'
import styles from './StorySettingsPage.module.css'
import { useSettingsDraft } from './useSettingsDraft.ts'

interface StorySettingsPageProps {
  /** Names the draft of what is not saved. */
  readonly draftKey: string
  readonly stored: StorySettings
  readonly fixed: readonly FixedSetting[]
  readonly language?: string
  readonly models: readonly { readonly id: string; readonly name: string }[]
  /** What stands above the form. */
  readonly children: ReactNode
  /** What stands below it. */
  readonly actions?: ReactNode
  readonly onSave: (change: StorySettingsUpdate) => Promise<UserError | null>
}

/** Settings that are saved at once. */
export function StorySettingsPage(props: StorySettingsPageProps) {
  const { draftKey, stored, fixed, language, models, children, actions, onSave } = props
  const { values, draft, isUnsaved, isSaving, error } = useSettingsDraft(draftKey, stored, onSave)
  const save = () => void draft.commit()
  return (
    <div className={styles.page}>
      <RouteHeading title={settingsText('title')} className={styles.heading}>
        {settingsText('title')}
      </RouteHeading>
      <div className={styles.intro}>{children}</div>
      <StorySettingsForm
        values={values}
        fixed={fixed}
        language={language}
        models={models}
        onType={draft.set}
        onChoose={(change) => {
          draft.set(change)
          save()
        }}
        onLeave={save}
      />
      <SettingsStatus isUnsaved={isUnsaved} isSaving={isSaving} error={error} onSave={save} />
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
