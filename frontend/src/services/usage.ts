import type { SessionUsage } from '../types/api.ts'
import { api } from './api.ts'

const usageApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Each turn changes it. */
    getSessionUsage: build.query<SessionUsage, string>({
      query: (sessionId) => `usage/sessions/${sessionId}`,
      keepUnusedDataFor: 0,
    }),
  }),
})

export const { useGetSessionUsageQuery } = usageApi
