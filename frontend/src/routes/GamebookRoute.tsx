import { Suspense, useState } from 'react'
import { useLocation } from 'wouter'

import { Button } from '../components/common/buttons/Button.tsx'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { GamebookPage } from '../components/gamebook/GamebookPage.tsx'
import { startDraftKey } from '../components/gamebook/useStartAnswers.ts'
import { startSettingsKey, useStartSettings } from '../components/gamebook/useStartSettings.ts'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { ModelConfigSelector } from '../components/ModelConfigSelector.tsx'
import { useGetGamebookQuery } from '../services/gamebook.ts'
import { useGetModelConfigsQuery } from '../services/modelConfig.ts'
import { useCreateSessionMutation } from '../services/session.ts'
import { isNotFound } from '../services/isNotFound.ts'
import { useReaderPreferences } from '../theme/useReaderPreferences.ts'
import { toUserError } from '../services/toUserError.ts'
import { writeDraft } from '../hooks/storedDraft.ts'
import { useSingleFlight } from '../hooks/useSingleFlight.ts'
import { commonText } from '../text/common.ts'
import type { StartAnswer } from '../types/api.ts'
import { GamebookCheckPanel } from './GamebookCheckPanel.tsx'
import { preloadSessionRoute } from './lazySessionRoute.ts'
import { NewStorySettings } from './lazySettingsRoutes.ts'
import { StartCost } from './lazyUsageRoutes.ts'
import { SessionsPanel } from './SessionsPanel.tsx'

interface GamebookRouteProps {
  /** namespace/name */
  readonly gamebookId: string
}

export function GamebookRoute({ gamebookId }: GamebookRouteProps) {
  const gamebook = useGetGamebookQuery(gamebookId)
  const [createSession, creation] = useCreateSessionMutation()
  const [modelConfigId, setModelConfigId] = useState<string | null>(null)
  const settings = useStartSettings(gamebookId)
  const models = useGetModelConfigsQuery(undefined)
  const narratorId = modelConfigId ?? models.data?.data[0]?.id
  const [, navigate] = useLocation()

  const once = useSingleFlight<void>()
  const handleStart = (answers: StartAnswer[]) =>
    once('start', async () => {
      const created = await createSession({
        gamebookId,
        ...(modelConfigId !== null && { modelConfigId }),
        ...(answers.length > 0 && { answers }),
        ...(settings.chosen !== null && { settings: settings.chosen }),
      })
      if (created.data === undefined) return
      writeDraft(startDraftKey(gamebookId), '')
      writeDraft(startSettingsKey(gamebookId), '')
      navigate(`/sessions/${created.data.id}`)
    })
  const showsCheck = useReaderPreferences().view === 'workshop' || gamebook.data?.source === 'local'
  const handleChooseModel = (id: string) => {
    setModelConfigId(id)
    creation.reset()
  }

  return (
    <PageFrame>
      {gamebook.data !== undefined ? (
        <div onPointerEnter={preloadSessionRoute} onFocus={preloadSessionRoute}>
          <GamebookPage
            gamebook={gamebook.data}
            sessions={<SessionsPanel gamebook={gamebook.data} />}
            narrator={
              <>
                <ModelConfigSelector value={modelConfigId} onChange={handleChooseModel} />
                {narratorId !== undefined && (
                  <Suspense fallback={null}>
                    <StartCost gamebookId={gamebookId} modelConfigId={narratorId} />
                  </Suspense>
                )}
              </>
            }
            settings={
              <NewStorySettings
                gamebook={gamebook.data}
                chosen={settings.chosen}
                onChoose={settings.choose}
                modelConfigId={modelConfigId}
              />
            }
            isStarting={creation.isLoading}
            error={creation.error === undefined ? null : toUserError(creation.error)}
            onStart={(answers) => void handleStart(answers)}
            check={showsCheck && <GamebookCheckPanel key={gamebookId} gamebookId={gamebookId} />}
          />
        </div>
      ) : gamebook.error !== undefined ? (
        isNotFound(gamebook.error) ? (
          <NotFound what="gamebook" />
        ) : (
          <ErrorNotice error={toUserError(gamebook.error)}>
            <Button onClick={() => void gamebook.refetch()}>{commonText('tryAgain')}</Button>
          </ErrorNotice>
        )
      ) : (
        <PageLoading />
      )}
    </PageFrame>
  )
}
