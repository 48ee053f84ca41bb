import type { NextRequest, SentRequestDetail, SentRequestList } from '../types/api.ts'
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
  useGetNextRequestQuery,
  useLazyGetNextRequestBodyQuery,
} = requestsApi
