import { Link } from 'wouter'

import { Button } from '../components/common/buttons/Button.tsx'
import { isBuiltin } from '../components/common/isBuiltin.ts'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { StorySettingsPage } from '../components/settings/StorySettingsPage.tsx'
import styles from '../components/settings/StorySettingsPage.module.css'
import { useGetModelConfigsQuery } from '../services/modelConfig.ts'
import { useGetDefaultSettingsQuery, useSaveDefaultSettingsMutation } from '../services/settings.ts'
import { toUserError } from '../services/toUserError.ts'
import { KeptRequestsSettings } from './KeptRequestsSettings.tsx'
import { commonText } from '../text/common.ts'
import { settingsText } from '../text/storySettings.ts'
import type { StorySettingsUpdate } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'

/** The story settings of new sessions. */
export function SettingsRoute() {
  const settings = useGetDefaultSettingsQuery(undefined, { refetchOnMountOrArgChange: true })
  const models = useGetModelConfigsQuery(undefined)
  const [saveDefaultSettings] = useSaveDefaultSettingsMutation()

  async function handleSave(change: StorySettingsUpdate): Promise<UserError | null> {
    // Another page may have changed others since.
    const current = await settings.refetch()
    if (current.error !== undefined) return toUserError(current.error)
    const { error } = await saveDefaultSettings({ ...current.data, ...change })
    return error === undefined ? null : toUserError(error)
  }

  return (
    <PageFrame>
      {settings.data !== undefined ? (
        <StorySettingsPage
          draftKey="settings"
          stored={settings.data}
          fixed={[]}
          models={(models.data?.data ?? []).filter(({ provider }) => !isBuiltin(provider))}
          actions={
            <>
              <KeptRequestsSettings />
              <Link href="/budgets" className={styles.link}>
                {settingsText('budgets')}
              </Link>
            </>
          }
          onSave={handleSave}
        >
          <p>{settingsText('lead.defaults')}</p>
          <p>{settingsText('builtin.defaults')}</p>
        </StorySettingsPage>
      ) : settings.error !== undefined ? (
        <ErrorNotice error={toUserError(settings.error)}>
          <Button onClick={() => void settings.refetch()}>{commonText('tryAgain')}</Button>
        </ErrorNotice>
      ) : (
        <PageLoading />
      )}
    </PageFrame>
  )
}
