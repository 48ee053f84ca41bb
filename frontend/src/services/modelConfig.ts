import type { ModelConfig } from '../types/api.ts'
import { api } from './api.ts'

const modelConfigApi = api.injectEndpoints({
  endpoints: (build) => ({
    getModelConfigs: build.query<ModelConfig[], undefined>({
      query: () => 'model-configs/',
      transformResponse: (list: { data: ModelConfig[] }) => list.data,
      providesTags: ['ModelConfig'],
    }),
  }),
})

export const { useGetModelConfigsQuery } = modelConfigApi
