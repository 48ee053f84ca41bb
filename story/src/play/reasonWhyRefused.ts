import type { GamebookFunction } from '../gamebook/gamebook.ts'
import { isTrueOrReport, type ReportFailure } from '../state/errorFallback.ts'
import { reasonFor } from '../state/reasonFor.ts'
import type { World } from '../state/world.ts'
import { hasRevealedOwner } from './hasRevealedOwner.ts'

/** The author's reason for which a guard refuses a function now; null if it doesn't, or if there is no reason. */
export function reasonWhyRefused(world: World, fn: GamebookFunction, report: ReportFailure): string | null {
  const { name, enabled, otherwise } = fn
  if (otherwise.length === 0 || !hasRevealedOwner(world, fn)) return null
  if (isTrueOrReport(world, enabled, `${name}.enabled`, report)) return null
  return reasonFor(world, otherwise, `${name} otherwise`, report)
}
