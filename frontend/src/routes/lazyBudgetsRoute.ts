import { lazy } from 'react'

export const BudgetsRoute = lazy(async () => ({ default: (await import('./BudgetsRoute.tsx')).BudgetsRoute }))
