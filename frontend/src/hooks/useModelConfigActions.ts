import { useMemo } from 'react'

import type { ModelConfigFormActions, SaveOutcome } from '../components/models/form/formTypes.ts'
import {
  useCreateModelConfigMutation,
  useClearRefusedParameterMutation,
  useLazyGetModelConfigQuery,
  useLazyPreviewAddressQuery,
  useListModelsMutation,
  useUpdateModelConfigMutation,
} from '../services/modelConfig.ts'
import { testDraft } from '../services/testDraft.ts'
import { toFieldErrors } from '../services/toFieldErrors.ts'
import { toUserError } from '../services/toUserError.ts'
import type { ModelConfig } from '../types/api.ts'

/** The actions of the model form as requests. */
export function useModelConfigActions(onSaved: (config: ModelConfig) => void): ModelConfigFormActions {
  const [createModelConfig] = useCreateModelConfigMutation()
  const [updateModelConfig] = useUpdateModelConfigMutation()
  const [getModelConfig] = useLazyGetModelConfigQuery()
  const [previewAddress] = useLazyPreviewAddressQuery()
  const [listModels] = useListModelsMutation()
  const [clearRefusedParameter] = useClearRefusedParameterMutation()

  return useMemo(
    () => ({
      async save(request): Promise<SaveOutcome> {
        const { data, error: failure } = await (request.kind === 'create'
          ? createModelConfig(request.body)
          : updateModelConfig(request))
        if (data !== undefined) {
          onSaved(data)
          return { kind: 'saved' }
        }
        const error = toUserError(failure)
        if (request.kind === 'update' && error.code === 'model-config-not-found') return { kind: 'deleted-elsewhere' }
        if (request.kind === 'update' && error.code === 'edited-elsewhere') {
          const theirs = await getModelConfig(request.id)
          if (theirs.data !== undefined) return { kind: 'edited-elsewhere', theirs: theirs.data }
        }
        return { kind: 'refused', error, errors: toFieldErrors(failure) }
      },
      async previewAddress(draft) {
        const { data } = await previewAddress(draft, true)
        return data ?? null
      },
      async listModels(draft) {
        const { data, error } = await listModels(draft)
        return data === undefined ? { error: toUserError(error) } : { answer: data }
      },
      test: testDraft,
      async clearRefusedParameter(id, parameter) {
        await clearRefusedParameter({ id, parameter })
      },
    }),
    [onSaved, createModelConfig, updateModelConfig, getModelConfig, previewAddress, listModels, clearRefusedParameter],
  )
}
