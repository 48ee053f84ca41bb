import { lazy } from 'react'

export const UsageRoute = lazy(async () => ({ default: (await import('./UsageRoute.tsx')).UsageRoute }))

export const StartCost = lazy(async () => ({ default: (await import('./StartCost.tsx')).StartCost }))
