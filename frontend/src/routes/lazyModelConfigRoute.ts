import { lazy } from 'react'

const load = () => import('./ModelConfigRoute.tsx')

export const ModelConfigRoute = lazy(async () => ({ default: (await load()).ModelConfigRoute }))
