import { lazy } from 'react'

const load = () => import('./SessionRoute.tsx')

export const SessionRoute = lazy(async () => ({ default: (await load()).SessionRoute }))

/** Called when somebody reaches for the page; a failure shows when the page is opened. */
export const preloadSessionRoute = () => void load().catch(() => undefined)
