import type {
  AddressDraft,
  AddressPreview,
  ConnectionTest,
  FetchedModels,
  ModelConfig,
  ModelConfigCreate,
  ModelConfigDraft,
  ModelConfigImported,
  ModelConfigList,
  ModelConfigUpdate,
  Provider,
} from '../types/api.ts'
import { api } from './api.ts'

/** Requests that carry a key are mutations, since the cache would keep the arguments of a query. */
const modelConfigApi = api.injectEndpoints({
  endpoints: (build) => ({
    getProviders: build.query<Provider[], undefined>({
      query: () => 'providers',
      transformResponse: (list: { data: Provider[] }) => list.data,
      keepUnusedDataFor: Infinity,
    }),
    getModelConfigs: build.query<ModelConfigList, undefined>({
      query: () => 'model-configs/',
      providesTags: ['ModelConfig'],
    }),
    getModelConfig: build.query<ModelConfig, string>({
      query: (id) => `model-configs/${id}`,
      providesTags: ['ModelConfig'],
    }),
    createModelConfig: build.mutation<ModelConfig, ModelConfigCreate>({
      query: (body) => ({ url: 'model-configs/', method: 'POST', body }),
      invalidatesTags: ['ModelConfig'],
    }),
    updateModelConfig: build.mutation<ModelConfig, { id: string; body: ModelConfigUpdate }>({
      query: ({ id, body }) => ({ url: `model-configs/${id}`, method: 'PUT', body }),
      invalidatesTags: ['ModelConfig'],
    }),
    deleteModelConfig: build.mutation<null, string>({
      query: (id) => ({ url: `model-configs/${id}`, method: 'DELETE' }),
      invalidatesTags: ['ModelConfig', 'Session'],
    }),
    duplicateModelConfig: build.mutation<ModelConfig, string>({
      query: (id) => ({ url: `model-configs/${id}/duplicate`, method: 'POST' }),
      invalidatesTags: ['ModelConfig'],
    }),
    /** The list changes at once, and back if the server rejects the order. */
    orderModelConfigs: build.mutation<null, readonly string[]>({
      query: (ids) => ({ url: 'model-configs/order', method: 'PUT', body: { ids } }),
      async onQueryStarted(ids, { dispatch, queryFulfilled }) {
        const place = (config: ModelConfig) => ids.indexOf(config.id)
        const shown = dispatch(
          modelConfigApi.util.updateQueryData('getModelConfigs', undefined, ({ data }) => {
            data.sort((one, other) => place(one) - place(other))
          }),
        )
        await queryFulfilled.catch(shown.undo)
      },
    }),
    testModelConfig: build.mutation<ConnectionTest, string>({
      query: (id) => ({ url: `model-configs/${id}/test`, method: 'POST' }),
      invalidatesTags: ['ModelConfig'],
    }),
    listModels: build.mutation<FetchedModels, ModelConfigDraft>({
      query: (body) => ({ url: 'model-configs/models', method: 'POST', body }),
    }),
    clearRefusedParameter: build.mutation<null, { id: string; parameter: string }>({
      query: ({ id, parameter }) => ({ url: `model-configs/${id}/refused-parameters/${parameter}`, method: 'DELETE' }),
      invalidatesTags: ['ModelConfig'],
    }),
    importModelConfigs: build.mutation<ModelConfigImported, string>({
      query: (file) => ({
        url: 'model-configs/import',
        method: 'POST',
        body: file,
        headers: { 'content-type': 'application/json' },
      }),
      invalidatesTags: ['ModelConfig'],
    }),
    previewAddress: build.query<AddressPreview, AddressDraft>({
      query: (body) => ({ url: 'model-configs/address', method: 'POST', body }),
    }),
  }),
})

/** The export of all model configs, without keys and secrets. */
export const MODEL_CONFIGS_FILE = '/api/model-configs/export'

export const {
  useGetProvidersQuery,
  useGetModelConfigsQuery,
  useLazyGetModelConfigsQuery,
  useGetModelConfigQuery,
  useLazyGetModelConfigQuery,
  useCreateModelConfigMutation,
  useUpdateModelConfigMutation,
  useDeleteModelConfigMutation,
  useDuplicateModelConfigMutation,
  useOrderModelConfigsMutation,
  useTestModelConfigMutation,
  useListModelsMutation,
  useClearRefusedParameterMutation,
  useImportModelConfigsMutation,
  useLazyPreviewAddressQuery,
} = modelConfigApi
