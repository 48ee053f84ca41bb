import { worldOf } from '../../traits/worldOf.ts'
import type { Finding } from '../finding.ts'
import { judge } from './judge.ts'
import { events } from '../programs/event.ts'
import { replay } from '../steps/replay.ts'
import { locationOfCondition, observedFinding, type FindFindings } from './findingContext.ts'
import { describeViolation } from './namedCondition.ts'

/** Finds invariants that are false, or can't be evaluated, at the start or after a call. */
export const findViolatedInvariants: FindFindings = (context) => {
  const { gamebook, answers, locations } = context
  return gamebook.invariants.flatMap((invariant, index): readonly Finding[] => {
    const { condition } = invariant
    const steps = answers.pathTo(events.brokeInvariant(index))?.steps
    const state = steps === undefined ? undefined : replay(gamebook, steps).at(-1)
    const judgment = state === undefined ? true : judge(worldOf(gamebook, state), condition)
    if (steps === undefined || judgment === true) return []
    const location = locationOfCondition(condition, locations.rule('invariant', index))
    const message = describeViolation(invariant, judgment)
    const hint = 'Prevent what leads to this, or fix the invariant.'
    return [observedFinding(context, 'invariant-violated', location, { message, hint, witness: steps })]
  })
}
