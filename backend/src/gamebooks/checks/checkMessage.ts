import type { CheckProgress } from '@llm-gamebook/story'
import { z } from 'zod'

import type { CheckReport } from './checkReport.ts'

/** Where a check stops. What it has not decided by then is open. */
export const CheckLimits = z.object({ maxStates: z.number(), maxMilliseconds: z.number() })
export type CheckLimits = z.infer<typeof CheckLimits>

/** What the thread of a check sends. */
export type CheckMessage = { readonly progress: CheckProgress } | { readonly report: CheckReport }
