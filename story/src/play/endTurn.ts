import { applyChange } from '../state/change.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { runTriggers, type TriggerRun } from './runTriggers.ts'

/** Runs the triggers at the end of a turn. The next turn has a nudge of its own. */
export function endTurn(world: World, report: ReportFailure): TriggerRun {
  const { state } = world
  const rested = state.nudged === undefined ? state : applyChange(state, { kind: 'write', fields: [], nudged: false })
  return runTriggers({ ...world, state: rested }, report)
}
