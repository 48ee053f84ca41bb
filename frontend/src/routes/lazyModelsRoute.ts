import { lazy } from 'react'

const load = () => import('./ModelsRoute.tsx')

export const ModelsRoute = lazy(async () => ({ default: (await load()).ModelsRoute }))
