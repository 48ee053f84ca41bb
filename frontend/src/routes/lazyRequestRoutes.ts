import { lazy } from 'react'

export const RequestRoute = lazy(async () => ({ default: (await import('./RequestRoute.tsx')).RequestRoute }))

export const AnswerRequestsRoute = lazy(async () => ({
  default: (await import('./AnswerRequestsRoute.tsx')).AnswerRequestsRoute,
}))

export const NextRequestRoute = lazy(async () => ({
  default: (await import('./NextRequestRoute.tsx')).NextRequestRoute,
}))

export const OtherRequestsRoute = lazy(async () => ({
  default: (await import('./OtherRequestsRoute.tsx')).OtherRequestsRoute,
}))

export const SessionUsageRoute = lazy(async () => ({
  default: (await import('./SessionUsageRoute.tsx')).SessionUsageRoute,
}))
