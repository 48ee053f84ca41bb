import type { Reason } from '../gamebook/gamebook.ts'
import { isTrueOrReport, type ReportFailure } from './errorFallback.ts'
import type { World } from './world.ts'

/** The author's reason that applies now; null if none does. A condition that can't be evaluated counts as false. */
export function reasonFor(
  world: World,
  reasons: readonly Reason[],
  where: string,
  report: ReportFailure,
): string | null {
  return reasons.find((reason) => isTrueOrReport(world, reason.if, where, report))?.text ?? null
}
