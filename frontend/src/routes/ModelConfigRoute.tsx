import { useCallback, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'

import { Button } from '../components/common/buttons/Button.tsx'
import { isBuiltin } from '../components/common/isBuiltin.ts'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { RouteHeading } from '../components/common/RouteHeading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { ModelConfigForm } from '../components/ModelConfigForm.tsx'
import styles from '../components/models/ModelPage.module.css'
import { SavedNotes } from '../components/models/form/SavedNotes.tsx'
import { useModelConfigActions } from '../hooks/useModelConfigActions.ts'
import { isNotFound } from '../services/isNotFound.ts'
import { useGetModelConfigQuery, useGetProvidersQuery } from '../services/modelConfig.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'
import { modelFormText } from '../text/modelForm.ts'
import { ModelReportSection } from './ModelReportSection.tsx'
import type { ModelConfig } from '../types/api.ts'
import { ModelPrices } from './ModelPrices.tsx'
import { placeToReturn } from './placeToReturn.ts'

interface ModelConfigRouteProps {
  /** Null: a new model. */
  readonly id: string | null
}

export function ModelConfigRoute({ id }: ModelConfigRouteProps) {
  const providers = useGetProvidersQuery(undefined)
  const stored = useGetModelConfigQuery(id ?? '', { skip: id === null, refetchOnMountOrArgChange: true })
  const [saved, setSaved] = useState<ModelConfig | null>(null)
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const back = placeToReturn(search.get('from'))

  // What the server changed on saving is shown before the page is left.
  const handleSaved = useCallback(
    (config: ModelConfig) => {
      if (config.saveNotes.length === 0) navigate(back)
      else setSaved(config)
    },
    [back, navigate],
  )
  const actions = useModelConfigActions(handleSaved)
  const error = providers.error ?? stored.error
  const [first, ...others] = providers.data ?? []
  // The version that the form was opened with. Changes by others are compared when it is saved.
  const [opened, setOpened] = useState<ModelConfig | undefined>(undefined)
  if (opened === undefined && stored.data !== undefined && !stored.isFetching) setOpened(stored.data)
  const config = id === null ? null : opened

  return (
    <PageFrame>
      {saved !== null ? (
        <SavedNotes config={saved} backHref={back} />
      ) : first !== undefined && config !== undefined ? (
        <div className={styles.page}>
          <RouteHeading title={config === null ? modelFormText('newModel') : config.name} className={styles.heading}>
            {config === null ? modelFormText('newModel') : config.name}
          </RouteHeading>
          <ModelConfigForm providers={[first, ...others]} stored={config} actions={actions} cancelHref={back}>
            {config !== null && !isBuiltin(config.provider) && <ModelReportSection modelConfigId={config.id} />}
          </ModelConfigForm>
          {config !== null && !isBuiltin(config.provider) && <ModelPrices id={config.id} />}
        </div>
      ) : stored.error !== undefined && isNotFound(stored.error) ? (
        <NotFound what="model" />
      ) : error !== undefined ? (
        <ErrorNotice error={toUserError(error)}>
          <Button
            onClick={() => {
              void providers.refetch()
              if (id !== null) void stored.refetch()
            }}
          >
            {commonText('tryAgain')}
          </Button>
        </ErrorNotice>
      ) : (
        <PageLoading />
      )}
    </PageFrame>
  )
}
