import { lazy } from 'react'

export const SettingsRoute = lazy(async () => ({ default: (await import('./SettingsRoute.tsx')).SettingsRoute }))

export const SessionSettingsRoute = lazy(async () => ({
  default: (await import('./SessionSettingsRoute.tsx')).SessionSettingsRoute,
}))

export const NewStorySettings = lazy(async () => ({
  default: (await import('./NewStorySettings.tsx')).NewStorySettings,
}))
