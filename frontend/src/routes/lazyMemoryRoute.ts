import { lazy } from 'react'

export const MemoryRoute = lazy(async () => ({ default: (await import('./MemoryRoute.tsx')).MemoryRoute }))
