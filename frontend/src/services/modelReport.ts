import type { ReportStart } from '../types/reportStart.ts'
import type { ExpectedUse, ModelReport } from '../types/api.ts'
import { api } from './api.ts'

const modelReportApi = api.injectEndpoints({
  endpoints: (build) => ({
    getModelReport: build.query<ModelReport | null, string>({
      query: (id) => `model-configs/${id}/report`,
      transformResponse: ({ report }: { readonly report: ModelReport | null }) => report,
      providesTags: ['ModelReport'],
    }),
    getExpectedUse: build.query<ExpectedUse, string>({
      query: (id) => `model-configs/${id}/report/expected`,
    }),
    startModelReport: build.mutation<ModelReport, { readonly id: string; readonly start: ReportStart }>({
      query: ({ id, start }) => ({ url: `model-configs/${id}/report`, method: 'POST', body: start }),
      invalidatesTags: ['ModelReport'],
    }),
    cancelModelReport: build.mutation<null, string>({
      query: (id) => ({ url: `model-configs/${id}/report/cancel`, method: 'POST' }),
      invalidatesTags: ['ModelReport'],
    }),
  }),
})

export const {
  useGetModelReportQuery,
  useLazyGetExpectedUseQuery,
  useStartModelReportMutation,
  useCancelModelReportMutation,
} = modelReportApi
