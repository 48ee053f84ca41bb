import { useMemo } from 'react'
import { useLocation } from 'wouter'

import { Button } from '../components/common/buttons/Button.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
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
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'
import { modelsText } from '../text/models.ts'

export function ModelsRoute() {
  const list = useGetModelConfigsQuery(undefined)
  const providers = useGetProvidersQuery(undefined)
  const [, navigate] = useLocation()
  const [createModelConfig, creation] = useCreateModelConfigMutation()
  const [deleteModelConfig] = useDeleteModelConfigMutation()
  const [duplicateModelConfig, duplication] = useDuplicateModelConfigMutation()
  const [orderModelConfigs, ordering] = useOrderModelConfigsMutation()
  const [testModelConfig] = useTestModelConfigMutation()
  const [importModelConfigs, importing] = useImportModelConfigsMutation()

  const actions = useMemo<ModelListActions>(
    () => ({
      order: (ids) => void orderModelConfigs(ids),
      async duplicate(id) {
        const { data } = await duplicateModelConfig(id)
        if (data !== undefined) navigate(`/models/${data.id}`)
      },
      async test(id) {
        const { error } = await testModelConfig(id)
        return error === undefined ? null : toUserError(error)
      },
      async remove(id) {
        const { error } = await deleteModelConfig(id)
        return error === undefined ? null : toUserError(error)
      },
    }),
    [orderModelConfigs, duplicateModelConfig, navigate, testModelConfig, deleteModelConfig],
  )
  const failure = importing.error ?? duplication.error ?? ordering.error ?? creation.error
  const error = list.error ?? providers.error

  return (
    <PageFrame>
      {list.data !== undefined && providers.data !== undefined ? (
        <ModelsPage
          list={list.data}
          providers={providers.data}
          actions={actions}
          onAddBuiltin={() =>
            void createModelConfig({
              name: modelsText('noModels.builtinName'),
              provider: 'builtin',
              modelName: 'builtin',
            })
          }
          exportHref={MODEL_CONFIGS_FILE}
          onImport={(text) => void importModelConfigs(text)}
          imported={importing.data ?? null}
          error={failure === undefined ? null : toUserError(failure)}
        />
      ) : error !== undefined ? (
        <ErrorNotice error={toUserError(error)}>
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
