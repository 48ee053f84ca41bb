import { lazy } from 'react'

const load = () => import('./SessionRoute.tsx')

export const SessionRoute = lazy(async () => ({ default: (await load()).SessionRoute }))

/** Loads the page's code before its link is followed. A failure shows when the page is opened. */
export const preloadSessionRoute = () => void load().catch(() => undefined)
