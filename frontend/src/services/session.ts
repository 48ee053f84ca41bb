import type {
  MessageCreate,
  MessagePage,
  MessageRetry,
  RetryAccepted,
  SearchResult,
  SessionCreate,
  SessionDetail,
  SessionFork,
  SessionList,
  SessionSummary,
  TurnAccepted,
} from '../types/api.ts'
import { api } from './api.ts'

interface AtMessage {
  readonly sessionId: string
  readonly messageId: string
}

interface ListedSessions {
  /** All gamebooks if it is omitted. */
  readonly gamebookId?: string
  readonly deleted?: true
  /** Of a page. */
  readonly limit?: number
}

const sessionApi = api.injectEndpoints({
  endpoints: (build) => ({
    getSessions: build.query<SessionSummary[], { limit: number }>({
      query: (params) => ({ url: 'sessions', params }),
      transformResponse: (list: SessionList) => list.data,
      providesTags: ['Session'],
    }),
    getSessionPages: build.infiniteQuery<SessionList, ListedSessions, string | null>({
      query: ({ queryArg, pageParam: cursor }) => ({
        url: 'sessions',
        params: { ...queryArg, ...(cursor !== null && { cursor }) },
      }),
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
      providesTags: ['Session'],
    }),
    /** Not cached, since the event stream keeps a session up to date. */
    getSession: build.query<SessionDetail, string>({
      query: (id) => `sessions/${id}`,
      keepUnusedDataFor: 0,
    }),
    /** Not cached, since the page of the session keeps the messages. */
    getEarlierMessages: build.query<MessagePage, { sessionId: string; before: string; limit: number }>({
      query: ({ sessionId, ...params }) => ({ url: `sessions/${sessionId}/messages`, params }),
      keepUnusedDataFor: 0,
    }),
    /** Not cached, since the story grows. */
    searchStory: build.query<SearchResult, { sessionId: string; q: string; limit: number }>({
      query: ({ sessionId, ...params }) => ({ url: `sessions/${sessionId}/search`, params }),
      keepUnusedDataFor: 0,
    }),
    createSession: build.mutation<SessionDetail, SessionCreate>({
      query: (body) => ({ url: 'sessions', method: 'POST', body }),
      invalidatesTags: ['Session', 'Gamebook', 'ModelConfig'],
    }),
    chooseModel: build.mutation<SessionDetail, { sessionId: string; modelConfigId: string }>({
      query: ({ sessionId, modelConfigId }) => ({
        url: `sessions/${sessionId}`,
        method: 'PATCH',
        body: { modelConfigId },
      }),
      invalidatesTags: ['Session', 'ModelConfig'],
    }),
    sendMessage: build.mutation<TurnAccepted, MessageCreate & { sessionId: string }>({
      query: ({ sessionId, ...body }) => ({ url: `sessions/${sessionId}/messages`, method: 'POST', body }),
      invalidatesTags: ['Session'],
    }),
    stopTurn: build.mutation<null, string>({
      query: (sessionId) => ({ url: `sessions/${sessionId}/stop`, method: 'POST' }),
    }),
    retryAnswer: build.mutation<RetryAccepted, AtMessage & MessageRetry>({
      query: ({ sessionId, messageId, ...body }) => ({
        url: `sessions/${sessionId}/messages/${messageId}/retry`,
        method: 'POST',
        body,
      }),
      invalidatesTags: ['Session'],
    }),
    editMessage: build.mutation<TurnAccepted, AtMessage & { text: string }>({
      query: ({ sessionId, messageId, text }) => ({
        url: `sessions/${sessionId}/messages/${messageId}/edit`,
        method: 'POST',
        body: { text },
      }),
      invalidatesTags: ['Session'],
    }),
    moveHead: build.mutation<SessionDetail, AtMessage & { descend: boolean }>({
      query: ({ sessionId, ...body }) => ({ url: `sessions/${sessionId}/head`, method: 'PUT', body }),
      invalidatesTags: ['Session'],
    }),
    forkSession: build.mutation<SessionDetail, AtMessage>({
      query: ({ sessionId, messageId }) => ({
        url: `sessions/${sessionId}/fork`,
        method: 'POST',
        body: { messageId },
      }),
      invalidatesTags: ['Session', 'Gamebook'],
    }),
    renameSession: build.mutation<SessionDetail, { sessionId: string; title: string }>({
      query: ({ sessionId, title }) => ({ url: `sessions/${sessionId}`, method: 'PATCH', body: { title } }),
      invalidatesTags: ['Session'],
    }),
    duplicateSession: build.mutation<SessionDetail, string>({
      query: (sessionId) => ({ url: `sessions/${sessionId}/duplicate`, method: 'POST' }),
      invalidatesTags: ['Session', 'Gamebook'],
    }),
    deleteSession: build.mutation<null, { sessionId: string; forever?: true }>({
      query: ({ sessionId, ...params }) => ({ url: `sessions/${sessionId}`, method: 'DELETE', params }),
      invalidatesTags: ['Session', 'Gamebook'],
    }),
    restoreSession: build.mutation<SessionDetail, string>({
      query: (sessionId) => ({ url: `sessions/${sessionId}/restore`, method: 'POST' }),
      invalidatesTags: ['Session', 'Gamebook'],
    }),
    /** Not cached, since the story may take another path. */
    getForks: build.query<SessionFork[], string>({
      query: (sessionId) => `sessions/${sessionId}/forks`,
      transformResponse: (list: { data: SessionFork[] }) => list.data,
      keepUnusedDataFor: 0,
    }),
    playAgain: build.mutation<SessionDetail, string>({
      query: (sessionId) => ({ url: `sessions/${sessionId}/play-again`, method: 'POST' }),
      invalidatesTags: ['Session', 'Gamebook'],
    }),
    restartSession: build.mutation<SessionDetail, string>({
      query: (sessionId) => ({ url: `sessions/${sessionId}/restart`, method: 'POST' }),
      invalidatesTags: ['Session'],
    }),
  }),
})

export const {
  useGetSessionsQuery,
  useGetSessionPagesInfiniteQuery,
  useGetSessionQuery,
  useLazyGetEarlierMessagesQuery,
  useLazySearchStoryQuery,
  useCreateSessionMutation,
  useChooseModelMutation,
  useSendMessageMutation,
  useStopTurnMutation,
  useRetryAnswerMutation,
  useEditMessageMutation,
  useMoveHeadMutation,
  useForkSessionMutation,
  useRenameSessionMutation,
  useDuplicateSessionMutation,
  useDeleteSessionMutation,
  useRestoreSessionMutation,
  useGetForksQuery,
  usePlayAgainMutation,
  useRestartSessionMutation,
} = sessionApi
