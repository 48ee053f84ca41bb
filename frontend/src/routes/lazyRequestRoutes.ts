import { lazy } from 'react'

export const RequestRoute = lazy(async () => ({ default: (await import('./RequestRoute.tsx')).RequestRoute }))

export const AnswerRequestsRoute = lazy(async () => ({
  default: (await import('./AnswerRequestsRoute.tsx')).AnswerRequestsRoute,
}))
