import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'
import { useCallback, useMemo, useState } from 'react'
import { useLocation } from 'wouter'

import { Button } from '../components/common/buttons/Button.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { useSingleFlight } from '../hooks/useSingleFlight.ts'
import type { ModelListActions } from '../components/models/list/modelListActions.ts'
import { ModelsPage } from '../components/models/list/ModelsPage.tsx'
import {
  MODEL_CONFIGS_FILE,
  useCreateModelConfigMutation,
  useDeleteModelConfigMutation,
  useDuplicateModelConfigMutation,
  useGetModelConfigsQuery,
  useGetProvidersQuery,
  useImportModelConfigsMutation,
  useOrderModelConfigsMutation,
  useTestModelConfigMutation,
} from '../services/modelConfig.ts'
import { listCosts } from '../components/usage/listCosts.ts'
import { useGetUsageQuery } from '../services/usage.ts'
import { toUserError } from '../services/toUserError.ts'
import type { UserError } from '../types/userError.ts'
import { commonText } from '../text/common.ts'
import { modelsText } from '../text/models.ts'
import { BUILTIN } from '../components/common/isBuiltin.ts'

export function ModelsRoute() {
  const list = useGetModelConfigsQuery(undefined)
  const providers = useGetProvidersQuery(undefined)
  // The list is shown without them until they are there.
  const usage = useGetUsageQuery({})
  const costs = useMemo(() => listCosts(usage.data), [usage.data])
  const [, navigate] = useLocation()
  const [error, setError] = useState<UserError | null>(null)
  const once = useSingleFlight<void>()
  const [createModelConfig] = useCreateModelConfigMutation()
  const [deleteModelConfig] = useDeleteModelConfigMutation()
  const [duplicateModelConfig] = useDuplicateModelConfigMutation()
  const [orderModelConfigs] = useOrderModelConfigsMutation()
  const [testModelConfig] = useTestModelConfigMutation()
  const [importModelConfigs, importing] = useImportModelConfigsMutation()

  /** Shows the error of the last action only. */
  const show = useCallback(async (request: Promise<RequestResult>) => {
    setError(null)
    const result = await request
    if (result.error !== undefined) setError(toUserError(result.error))
  }, [])

  const actions = useMemo<ModelListActions>(
    () => ({
      order: (ids) => void show(orderModelConfigs(ids)),
      duplicate: (id) =>
        once(`duplicate ${id}`, () =>
          show(
            duplicateModelConfig(id).then(({ data, error: failure }) => {
              if (data !== undefined) navigate(`/models/${data.id}`)
              return { error: failure }
            }),
          ),
        ),
      async test(id) {
        const result = await testModelConfig(id)
        return result.error === undefined ? null : toUserError(result.error)
      },
      async remove(id) {
        const result = await deleteModelConfig(id)
        return result.error === undefined ? null : toUserError(result.error)
      },
    }),
    [show, once, orderModelConfigs, duplicateModelConfig, navigate, testModelConfig, deleteModelConfig],
  )
  const loadError = list.error ?? providers.error

  return (
    <PageFrame>
      {list.data !== undefined && providers.data !== undefined ? (
        <ModelsPage
          list={list.data}
          providers={providers.data}
          costs={costs}
          actions={actions}
          onAddBuiltin={() =>
            void once('restore', () =>
              show(
                createModelConfig({
                  name: modelsText('noModels.builtinName'),
                  provider: BUILTIN,
                  modelName: BUILTIN,
                }),
              ),
            )
          }
          exportHref={MODEL_CONFIGS_FILE}
          onImport={(text) => void once('import', () => show(importModelConfigs(text)))}
          imported={importing.data ?? null}
          error={error}
        />
      ) : loadError !== undefined ? (
        <ErrorNotice error={toUserError(loadError)}>
          <Button
            onClick={() => {
              void list.refetch()
              void providers.refetch()
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

interface RequestResult {
  readonly error?: FetchBaseQueryError | SerializedError | undefined
}
