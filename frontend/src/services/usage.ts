import type { ModelPrices, Prices, SessionUsage, SessionUsageList, UsageEstimate, UsageReport } from '../types/api.ts'
import { api } from './api.ts'

const usageApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Each turn changes it. */
    getUsage: build.query<UsageReport, { from?: string; modelConfigId?: string }>({
      query: (params) => ({ url: 'usage', params }),
      keepUnusedDataFor: 0,
    }),
    /** Each turn changes it. */
    getSessionUsage: build.query<SessionUsage, string>({
      query: (sessionId) => `usage/sessions/${sessionId}`,
      keepUnusedDataFor: 0,
    }),
    getSessionUsages: build.infiniteQuery<SessionUsageList, undefined, string | null>({
      query: ({ pageParam: cursor }) => ({ url: 'usage/sessions', params: { ...(cursor !== null && { cursor }) } }),
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
      keepUnusedDataFor: 0,
    }),
    /** Known prices make it change. */
    estimateUsage: build.query<UsageEstimate, { gamebookId: string; modelConfigId: string }>({
      query: (params) => ({ url: 'usage/estimate', params }),
      keepUnusedDataFor: 0,
    }),
    getModelPrices: build.query<ModelPrices, string>({
      query: (id) => `model-configs/${id}/prices`,
      providesTags: ['Prices'],
    }),
    saveModelPrices: build.mutation<ModelPrices, { id: string; prices: Prices }>({
      query: ({ id, prices }) => ({ url: `model-configs/${id}/prices`, method: 'PUT', body: prices }),
      invalidatesTags: ['Prices'],
    }),
    deleteModelPrices: build.mutation<null, string>({
      query: (id) => ({ url: `model-configs/${id}/prices`, method: 'DELETE' }),
      invalidatesTags: ['Prices'],
    }),
  }),
})

export const {
  useGetUsageQuery,
  useGetSessionUsageQuery,
  useGetSessionUsagesInfiniteQuery,
  useEstimateUsageQuery,
  useGetModelPricesQuery,
  useSaveModelPricesMutation,
  useDeleteModelPricesMutation,
} = usageApi
