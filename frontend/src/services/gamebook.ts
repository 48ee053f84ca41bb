import type { GamebookDetail, GamebookSummary } from '../types/api.ts'
import { api } from './api.ts'

const gamebookApi = api.injectEndpoints({
  endpoints: (build) => ({
    getGamebooks: build.query<GamebookSummary[], undefined>({
      query: () => 'gamebooks',
      transformResponse: (list: { data: GamebookSummary[] }) => list.data,
      providesTags: ['Gamebook'],
    }),
    getGamebook: build.query<GamebookDetail, string>({
      query: (id) => `gamebooks/${id}`,
      providesTags: ['Gamebook'],
    }),
  }),
})

export const { useGetGamebooksQuery, useGetGamebookQuery } = gamebookApi
