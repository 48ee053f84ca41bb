import { lazy } from 'react'

const load = () => import('./GamebookRoute.tsx')

export const GamebookRoute = lazy(async () => ({ default: (await load()).GamebookRoute }))

/** Loads the page's code before its link is followed. A failure shows when the page is opened. */
export const preloadGamebookRoute = () => void load().catch(() => undefined)
