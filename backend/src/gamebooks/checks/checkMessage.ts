import type { CheckProgress } from '@llm-gamebook/story'
import { z } from 'zod'

import { type CheckReport, Reason } from './checkReport.ts'

/** Where a check stops. What it has not decided by then is open. */
export const CheckLimits = z.object({ maxStates: z.number(), maxMilliseconds: z.number() })
export type CheckLimits = z.infer<typeof CheckLimits>

/** What the thread of a check gets. `unanswered` leaves every question open, for this reason. */
export const CheckTask = z.object({ text: z.string(), limits: CheckLimits, unanswered: Reason.exactOptional() })
export type CheckTask = z.infer<typeof CheckTask>

/** What the thread of a check sends. */
export type CheckMessage = { readonly progress: CheckProgress } | { readonly report: CheckReport }
