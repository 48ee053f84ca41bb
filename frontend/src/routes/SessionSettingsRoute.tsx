import { useEffect, useState } from 'react'
import { Link } from 'wouter'

import { Button } from '../components/common/buttons/Button.tsx'
import { isBuiltin } from '../components/common/isBuiltin.ts'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { StorySettingsPage } from '../components/settings/StorySettingsPage.tsx'
import { UseForNewStories } from '../components/settings/UseForNewStories.tsx'
import styles from '../components/settings/StorySettingsPage.module.css'
import { useLiveSession } from '../hooks/useLiveSession.ts'
import { isNotFound } from '../services/isNotFound.ts'
import { useGetModelConfigsQuery } from '../services/modelConfig.ts'
import { useGetSessionQuery } from '../services/session.ts'
import { useChangeSettingsMutation, useSaveDefaultSettingsMutation } from '../services/settings.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'
import { settingsText } from '../text/storySettings.ts'
import type { StorySettingsUpdate } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'

interface SessionSettingsRouteProps {
  readonly sessionId: string
}

/** The story settings of a session. Its event stream brings the changes of other pages. */
export function SessionSettingsRoute({ sessionId }: SessionSettingsRouteProps) {
  const [isGone, setGone] = useState(false)
  const { live, view } = useLiveSession(sessionId, isGone)
  const stored = useGetSessionQuery(sessionId, { skip: isGone || !view.isLost, pollingInterval: POLL_MS })
  if (!isGone && stored.error !== undefined && isNotFound(stored.error)) setGone(true)
  useEffect(() => {
    if (stored.data !== undefined) live.showStored(stored.data)
  }, [live, stored.data])

  const models = useGetModelConfigsQuery(undefined)
  const [changeSettings] = useChangeSettingsMutation()
  const [saveDefaultSettings] = useSaveDefaultSettingsMutation()

  async function handleSave(settings: StorySettingsUpdate): Promise<UserError | null> {
    const { error } = await changeSettings({ sessionId, settings })
    return error === undefined ? null : toUserError(error)
  }

  const { session } = view
  async function handleUseForNew(): Promise<UserError | null> {
    if (session === null) return null
    const { error } = await saveDefaultSettings(session.settings)
    return error === undefined ? null : toUserError(error)
  }

  return (
    <PageFrame>
      {isGone ? (
        <NotFound what="session" />
      ) : session !== null ? (
        <StorySettingsPage
          draftKey={`settings:${sessionId}`}
          stored={session.settings}
          fixed={session.fixedSettings}
          language={session.language}
          models={(models.data?.data ?? []).filter(({ provider }) => !isBuiltin(provider))}
          actions={<UseForNewStories onUse={handleUseForNew} />}
          onSave={handleSave}
        >
          <Link href={`/sessions/${sessionId}`} className={styles.link}>
            {settingsText('back')}
          </Link>
          <p>{settingsText('lead.session')}</p>
          {session.modelConfig !== null && isBuiltin(session.modelConfig.provider) && (
            <p className={styles.note}>{settingsText('builtin.session')}</p>
          )}
        </StorySettingsPage>
      ) : stored.error !== undefined ? (
        <ErrorNotice error={toUserError(stored.error)}>
          <Button onClick={() => void stored.refetch()}>{commonText('tryAgain')}</Button>
        </ErrorNotice>
      ) : (
        <PageLoading />
      )}
    </PageFrame>
  )
}

/** While the stream is lost, a deleted session is noticed this soon. */
const POLL_MS = 3000
