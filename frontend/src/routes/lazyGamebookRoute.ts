import { lazy } from 'react'

const load = () => import('./GamebookRoute.tsx')

export const GamebookRoute = lazy(async () => ({ default: (await load()).GamebookRoute }))

/** Called when somebody reaches for the page; a failure shows when the page is opened. */
export const preloadGamebookRoute = () => void load().catch(() => undefined)
