import type { SessionDetail, StorySettings, StorySettingsUpdate } from '../types/api.ts'
import { api } from './api.ts'

const settingsApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** The settings of new sessions. */
    getDefaultSettings: build.query<StorySettings, undefined>({ query: () => 'settings' }),
    saveDefaultSettings: build.mutation<StorySettings, StorySettingsUpdate>({
      query: (body) => ({ url: 'settings', method: 'PUT', body }),
      async onQueryStarted(_, { dispatch, queryFulfilled }) {
        const stored = await queryFulfilled.catch(() => null)
        if (stored === null) return
        await dispatch(settingsApi.util.upsertQueryData('getDefaultSettings', undefined, stored.data))
      },
    }),
    changeSettings: build.mutation<SessionDetail, { sessionId: string; settings: StorySettingsUpdate }>({
      query: ({ sessionId, settings }) => ({ url: `sessions/${sessionId}`, method: 'PATCH', body: { settings } }),
    }),
  }),
})

export const { useGetDefaultSettingsQuery, useSaveDefaultSettingsMutation, useChangeSettingsMutation } = settingsApi
