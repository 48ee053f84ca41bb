import type { Pin, SessionMemory } from '../types/api.ts'
import { api } from './api.ts'

const memoryApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Not cached, since each turn changes it. */
    getMemory: build.query<SessionMemory, string>({
      query: (sessionId) => `sessions/${sessionId}/memory`,
      keepUnusedDataFor: 0,
      providesTags: ['Memory'],
    }),
    createPin: build.mutation<Pin, { sessionId: string; messageId: string; text: string }>({
      query: ({ sessionId, ...body }) => ({ url: `sessions/${sessionId}/pins`, method: 'POST', body }),
      invalidatesTags: ['Memory'],
    }),
    deletePin: build.mutation<null, { sessionId: string; pinId: string }>({
      query: ({ sessionId, pinId }) => ({ url: `sessions/${sessionId}/pins/${pinId}`, method: 'DELETE' }),
      invalidatesTags: ['Memory'],
    }),
    saveNote: build.mutation<null, { sessionId: string; text: string }>({
      query: ({ sessionId, text }) => ({ url: `sessions/${sessionId}/note`, method: 'PUT', body: { text } }),
      invalidatesTags: ['Memory'],
    }),
    saveSummary: build.mutation<null, { sessionId: string; text: string }>({
      query: ({ sessionId, text }) => ({ url: `sessions/${sessionId}/summary`, method: 'PUT', body: { text } }),
      invalidatesTags: ['Memory'],
    }),
  }),
})

export const {
  useGetMemoryQuery,
  useCreatePinMutation,
  useDeletePinMutation,
  useSaveNoteMutation,
  useSaveSummaryMutation,
} = memoryApi
