import { isTrueOrReport, type ReportFailure } from '../state/errorFallback.ts'
import { reasonFor } from '../state/reasonFor.ts'
import type { World } from '../state/world.ts'
import { isRevealed } from '../traits/visibility.ts'
import type { RefusedFunctionView } from './view.ts'
import { describeFunction } from './viewFunction.ts'

/** The functions that a guard with an author's reason refuses now. */
export function viewRefused(world: World, report: ReportFailure): readonly RefusedFunctionView[] {
  if (world.state.ended !== undefined) return []
  return world.gamebook.functions.flatMap((fn) => {
    const { name, ownerId, enabled, otherwise, mainAction } = fn
    const owner = world.gamebook.entities.get(ownerId)
    if (otherwise.length === 0 || owner === undefined || !isRevealed(world, owner)) return []
    if (isTrueOrReport(world, enabled, `${name}.enabled`, report)) return []
    const reason = reasonFor(world, otherwise, `${name} otherwise`, report)
    if (reason === null) return []
    const description = describeFunction(world, fn, report)
    return [{ name, description, action: mainAction?.action ?? null, reason }]
  })
}
