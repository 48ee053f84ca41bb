import type {
  KeptRequestTexts,
  NextRequest,
  RequestSettings,
  SentRequestDetail,
  SentRequestList,
} from '../types/api.ts'
import { api } from './api.ts'

const requestsApi = api.injectEndpoints({
  endpoints: (build) => ({
    getRequest: build.query<SentRequestDetail, string>({ query: (id) => `requests/${id}` }),
    /** Large, so it is not kept. */
    getRequestBody: build.query<string, string>({
      query: (id) => ({ url: `requests/${id}/body`, responseHandler: 'text' }),
      keepUnusedDataFor: 0,
    }),
    /** The requests of an answer, newest first. */
    getAnswerRequests: build.query<SentRequestList, { sessionId: string; messageId: string }>({
      query: (params) => ({ url: 'requests', params: { ...params, limit: 100 } }),
      keepUnusedDataFor: 0,
    }),
    /** The requests of a session, or for null those of no session, newest first. */
    getRequestList: build.infiniteQuery<SentRequestList, string | null, string | null>({
      query: ({ queryArg: sessionId, pageParam: cursor }) => ({
        url: 'requests',
        params: { ...(sessionId !== null && { sessionId }), ...(cursor !== null && { cursor }) },
      }),
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
      keepUnusedDataFor: 0,
    }),
    getKeptTexts: build.query<KeptRequestTexts, undefined>({
      query: () => 'requests/texts',
      providesTags: ['RequestTexts'],
      keepUnusedDataFor: 0,
    }),
    deleteKeptTexts: build.mutation<null, undefined>({
      query: () => ({ url: 'requests/texts', method: 'DELETE' }),
      invalidatesTags: ['RequestTexts'],
    }),
    getRequestSettings: build.query<RequestSettings, undefined>({ query: () => 'requests/settings' }),
    saveRequestSettings: build.mutation<RequestSettings, RequestSettings>({
      query: (body) => ({ url: 'requests/settings', method: 'PUT', body }),
      invalidatesTags: ['RequestTexts'],
      async onQueryStarted(_, { dispatch, queryFulfilled }) {
        const stored = await queryFulfilled.catch(() => null)
        if (stored === null) return
        await dispatch(requestsApi.util.upsertQueryData('getRequestSettings', undefined, stored.data))
      },
    }),
    /** Each turn changes it. */
    getNextRequest: build.query<NextRequest, { sessionId: string; text: string }>({
      query: ({ sessionId, text }) =>
        text === ''
          ? `sessions/${sessionId}/next-request`
          : { url: `sessions/${sessionId}/next-request`, method: 'POST', body: { text } },
      keepUnusedDataFor: 0,
    }),
    getNextRequestBody: build.query<string, { sessionId: string; text: string }>({
      query: ({ sessionId, text }) => ({
        url: `sessions/${sessionId}/next-request/body`,
        method: 'POST',
        body: { text },
        responseHandler: 'text',
      }),
      keepUnusedDataFor: 0,
    }),
  }),
})

export const {
  useGetRequestQuery,
  useLazyGetRequestBodyQuery,
  useGetAnswerRequestsQuery,
  useGetRequestListInfiniteQuery,
  useGetKeptTextsQuery,
  useDeleteKeptTextsMutation,
  useGetRequestSettingsQuery,
  useSaveRequestSettingsMutation,
  useGetNextRequestQuery,
  useLazyGetNextRequestBodyQuery,
} = requestsApi
