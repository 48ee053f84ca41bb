import { isBuiltin } from '../components/common/isBuiltin.ts'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { StorySettingsForm } from '../components/settings/StorySettingsForm.tsx'
import styles from '../components/settings/StorySettingsPage.module.css'
import { useGetModelConfigsQuery } from '../services/modelConfig.ts'
import { useGetDefaultSettingsQuery } from '../services/settings.ts'
import { toUserError } from '../services/toUserError.ts'
import { settingsText } from '../text/storySettings.ts'
import type { GamebookDetail, StorySettingsUpdate } from '../types/api.ts'

interface NewStorySettingsProps {
  readonly gamebook: GamebookDetail
  /** What differs from the settings of new sessions. */
  readonly chosen: StorySettingsUpdate | null
  readonly onChoose: (change: StorySettingsUpdate) => void
  /** The model that was chosen for the session; null for the first one. */
  readonly modelConfigId: string | null
}

/** The settings of a session that has not begun. */
export function NewStorySettings({ gamebook, chosen, onChoose, modelConfigId }: NewStorySettingsProps) {
  const defaults = useGetDefaultSettingsQuery(undefined)
  const { data: models } = useGetModelConfigsQuery(undefined)
  const configs = models?.data ?? []
  const narrator = configs.find(({ id }) => id === modelConfigId) ?? configs[0]
  if (defaults.error !== undefined) return <ErrorNotice error={toUserError(defaults.error)} />
  if (defaults.data === undefined) return <PageLoading />
  return (
    <div className={styles.page}>
      {narrator !== undefined && isBuiltin(narrator.provider) && (
        <p className={styles.note}>{settingsText('builtin.session')}</p>
      )}
      <StorySettingsForm
        values={{ ...defaults.data, ...chosen }}
        fixed={gamebook.fixedSettings}
        language={gamebook.language}
        models={configs.filter(({ provider }) => !isBuiltin(provider))}
        onType={onChoose}
        onChoose={onChoose}
        onLeave={ignore}
      />
    </div>
  )
}

/** They are sent when the story starts. */
const ignore = (): void => {}
