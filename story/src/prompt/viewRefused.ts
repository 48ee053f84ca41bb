import { findHandling } from '../actions/findAction.ts'
import type { GamebookFunction } from '../gamebook/gamebook.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import { reasonWhyRefused } from '../play/reasonWhyRefused.ts'
import type { World } from '../state/world.ts'
import type { RefusedFunctionView } from './view.ts'
import { describeFunction } from './viewFunction.ts'

/** The functions that a guard with an author's reason refuses now. */
export function viewRefused(world: World, report: ReportFailure): readonly RefusedFunctionView[] {
  if (world.state.ended !== undefined) return []
  return listRefused(world, world.gamebook.functions, report)
}

/** Those of some functions that a guard with an author's reason refuses now. */
export function listRefused(
  world: World,
  functions: readonly GamebookFunction[],
  report: ReportFailure,
): readonly RefusedFunctionView[] {
  return functions.flatMap((fn) => {
    const { name, mainAction } = fn
    const reason = reasonWhyRefused(world, fn, report)
    if (reason === null) return []
    const description = describeFunction(world, fn, report)
    return [{ name, description, action: mainAction?.action ?? null, choosesItem: choosesItem(mainAction), reason }]
  })
}

function choosesItem(mainAction: GamebookFunction['mainAction']): boolean {
  return mainAction !== null && findHandling(mainAction.action) !== null && !mainAction.args.has('item')
}
